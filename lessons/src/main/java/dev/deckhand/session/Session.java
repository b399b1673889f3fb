package dev.deckhand.session;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.journal.RecordedProgress;
import dev.deckhand.session.journal.StepOutcome;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A learner on the way through a lesson.
 *
 * @param health of the lab's cluster; null if there is none, or nothing is known about it yet
 * @param backgroundBuild what is being built for other lessons meanwhile; empty if nothing is
 * @param heldAt the step of a workshop that its instructor lets nobody go beyond; 0 for none
 * @param outcomes of the steps that the learner has left behind, by number
 * @param lastChange when something in the lab last changed, or a command last ended
 */
public record Session(
    Lesson lesson,
    Phase phase,
    @Nullable ClusterHealth health,
    String backgroundBuild,
    int heldAt,
    StepProgress progress,
    Map<Integer, StepOutcome> outcomes,
    CommandLineState commandLine,
    Instant lastChange) {

  public Session {
    outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
  }

  /**
   * A session at the beginning of a step.
   *
   * @param step counted from 1
   * @param outcomes of the steps before it
   */
  public static Session startingAt(Lesson lesson, int step, Map<Integer, StepOutcome> outcomes) {
    return new Session(
        lesson,
        lesson.needs().labs().isEmpty()
            ? new Phase.Preparing(false, null)
            : new Phase.Booting(false, false, null),
        null,
        "",
        0,
        StepProgress.initial(lesson.steps().get(step - 1)),
        outcomes,
        CommandLineState.EMPTY,
        Instant.EPOCH);
  }

  /** The same session with the progress in the step that was recorded before the process died. */
  public Session withRecordedProgress(RecordedProgress past) {
    return new Session(
        lesson,
        phase,
        health,
        backgroundBuild,
        heldAt,
        StepProgress.restored(step(), past),
        outcomes,
        commandLine,
        lastChange);
  }

  public Step step() {
    return progress.step();
  }

  /** Whether the lesson has a lab; without one, there's still a workspace. */
  public boolean needsLab() {
    return !lesson.needs().labs().isEmpty();
  }

  /** Whether a report on the checks is pending until the causes are known. */
  public boolean isReportPending() {
    return phase instanceof Phase.Open open
        && open.report().requested() != CheckReportState.ReportScope.NONE;
  }

  /** Whether the instructor of a workshop lets nobody go beyond this step. */
  public boolean isHeld() {
    return heldAt > 0 && step().number() >= heldAt;
  }

  /** Whether the learner is in the sandbox. */
  public boolean isInSandbox() {
    return phase instanceof Phase.Sandbox;
  }

  /** The steps before this one. */
  List<Step> earlierSteps() {
    return lesson.steps().subList(0, step().number() - 1);
  }

  boolean isLastStep() {
    return step().number() == lesson.steps().size();
  }
}
