package dev.deckhand.session;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A learner on the way through a lesson.
 *
 * @param outcomes of the steps that are behind the learner, by number
 * @param running the command that runs in the foreground now; null for none
 * @param waiting a command that waits for the lab; null for none
 * @param resetting whether the step is being brought back to its beginning
 * @param showing whether the learner asked to see how the checks stand
 * @param shown the open checks' findings as they were last shown, so that only news is told
 * @param changed when the state last changed, or a command last ended
 */
public record Session(
    Lesson lesson,
    LabState lab,
    StepWork work,
    Map<Integer, StepOutcome> outcomes,
    @Nullable String running,
    @Nullable String waiting,
    boolean resetting,
    boolean showing,
    List<String> shown,
    Instant changed,
    boolean over) {

  public Session {
    outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
    shown = List.copyOf(shown);
  }

  /**
   * A session that stands before a step.
   *
   * @param step counted from 1
   * @param outcomes of the steps before it
   */
  public static Session at(Lesson lesson, int step, Map<Integer, StepOutcome> outcomes) {
    boolean needsLab = !lesson.needs().labs().isEmpty();
    return new Session(
        lesson,
        needsLab ? new LabState.Booting() : new LabState.Unneeded(),
        StepWork.fresh(lesson.steps().get(step - 1)),
        outcomes,
        null,
        null,
        false,
        false,
        List.of(),
        Instant.EPOCH,
        false);
  }

  /**
   * The same session, with what is known of the work on its step from before the process died. A
   * command that ran then is told of as soon as it is known whether the lab is still there.
   */
  public Session recalling(Recollection past) {
    return withWork(StepWork.recalled(step(), past));
  }

  public Step step() {
    return work.step();
  }

  /** Whether the next line has to wait. */
  public boolean busy() {
    return running != null
        || waiting != null
        || (work.stage() == StepWork.Stage.PREPARING && lab.usable() && !over);
  }

  /** The steps before the one at work. */
  List<Step> earlier() {
    return lesson.steps().subList(0, step().number() - 1);
  }

  /** Whether this is the last step. */
  boolean lastStep() {
    return step().number() == lesson.steps().size();
  }

  Session withLab(LabState next) {
    return new Session(
        lesson, next, work, outcomes, running, waiting, resetting, showing, shown, changed, over);
  }

  Session withWork(StepWork next) {
    return new Session(
        lesson, lab, next, outcomes, running, waiting, resetting, showing, shown, changed, over);
  }

  Session withOutcome(StepOutcome outcome) {
    var all = new TreeMap<>(outcomes);
    all.put(step().number(), outcome);
    return new Session(
        lesson, lab, work, all, running, waiting, resetting, showing, shown, changed, over);
  }

  Session withRunning(@Nullable String command) {
    return new Session(
        lesson, lab, work, outcomes, command, waiting, resetting, showing, shown, changed, over);
  }

  Session withWaiting(@Nullable String command) {
    return new Session(
        lesson, lab, work, outcomes, running, command, resetting, showing, shown, changed, over);
  }

  Session withResetting(boolean under) {
    return new Session(
        lesson, lab, work, outcomes, running, waiting, under, showing, shown, changed, over);
  }

  Session withShowing(boolean asked) {
    return new Session(
        lesson, lab, work, outcomes, running, waiting, resetting, asked, shown, changed, over);
  }

  Session withShown(List<String> findings) {
    return new Session(
        lesson, lab, work, outcomes, running, waiting, resetting, showing, findings, changed, over);
  }

  Session changedAt(Instant at) {
    return new Session(
        lesson, lab, work, outcomes, running, waiting, resetting, showing, shown, at, over);
  }

  Session ended() {
    return new Session(
        lesson, lab, work, outcomes, running, waiting, resetting, showing, shown, changed, true);
  }
}
