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
 * @param health of the lab's cluster; null where there is none, or nobody has told yet
 * @param outcomes of the steps that are behind the learner, by number
 * @param changed when the state last changed, or a command last ended
 */
public record Session(
    Lesson lesson,
    LabState lab,
    @Nullable Health health,
    StepWork work,
    Map<Integer, StepOutcome> outcomes,
    Course course,
    Desk desk,
    Told told,
    Instant changed,
    boolean over) {

  public Session {
    outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
  }

  /** How much of the checks is to be shown. */
  enum Showing {
    NOTHING,
    /** What does not hold: the rest was told when it came to hold. */
    OPEN,
    /** The learner asked. */
    ALL
  }

  /**
   * What the learner was told of the open checks.
   *
   * @param showing what the learner is to see of the checks, once the reasons are known
   * @param shown their findings as they were last shown, so that only news is told
   */
  public record Told(Showing showing, List<String> shown) {
    static final Told NOTHING = new Told(Showing.NOTHING, List.of());

    public Told {
      shown = List.copyOf(shown);
    }
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
        null,
        StepWork.fresh(lesson.steps().get(step - 1)),
        outcomes,
        Course.STEP,
        Desk.EMPTY,
        Told.NOTHING,
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

  /** The command that runs in the foreground now; null for none. */
  public @Nullable String running() {
    return desk.running();
  }

  /** A command that waits for the lab; null for none. */
  public @Nullable String waiting() {
    return desk.waiting();
  }

  /** Whether the learner is to see how the checks stand, once the reasons are known. */
  public boolean showing() {
    return told.showing() != Showing.NOTHING;
  }

  /** Whether the next line has to wait. */
  public boolean busy() {
    boolean preparing = work.stage() == StepWork.Stage.PREPARING || course == Course.RETURNING;
    return running() != null || waiting() != null || (preparing && lab.usable() && !over);
  }

  /** Whether things are tried, and nothing counts. */
  public boolean playing() {
    return course == Course.PLAYING;
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
    return new Session(lesson, next, health, work, outcomes, course, desk, told, changed, over);
  }

  Session withHealth(@Nullable Health next) {
    return new Session(lesson, lab, next, work, outcomes, course, desk, told, changed, over);
  }

  Session withWork(StepWork next) {
    return new Session(lesson, lab, health, next, outcomes, course, desk, told, changed, over);
  }

  Session withOutcome(StepOutcome outcome) {
    var all = new TreeMap<>(outcomes);
    all.put(step().number(), outcome);
    return new Session(lesson, lab, health, work, all, course, desk, told, changed, over);
  }

  Session on(Course next) {
    return new Session(lesson, lab, health, work, outcomes, next, desk, told, changed, over);
  }

  Session withDesk(Desk next) {
    return new Session(lesson, lab, health, work, outcomes, course, next, told, changed, over);
  }

  Session withRunning(@Nullable String command) {
    return withDesk(desk.withRunning(command));
  }

  Session withWaiting(@Nullable String command) {
    return withDesk(desk.withWaiting(command));
  }

  private Session withTold(Told next) {
    return new Session(lesson, lab, health, work, outcomes, course, desk, next, changed, over);
  }

  Session withShowing(Showing showing) {
    return withTold(new Told(showing, told.shown()));
  }

  Session withShown(List<String> findings) {
    return withTold(new Told(told.showing(), findings));
  }

  Session changedAt(Instant at) {
    return new Session(lesson, lab, health, work, outcomes, course, desk, told, at, over);
  }

  Session ended() {
    return new Session(lesson, lab, health, work, outcomes, course, desk, told, changed, true);
  }
}
