package dev.deckhand.shell.trial;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.RecordedOutput;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of testing a lesson.
 *
 * @param file the lesson's file as findings name it
 * @param trials the trials that were finished
 * @param fault the fault of its lab, or why it was skipped; null if there was none
 * @param printed the output of its offered commands, if it was recorded
 */
public record LessonTrialResult(
    LessonId lesson,
    String file,
    List<TrialResult> trials,
    @Nullable LabFault fault,
    Duration took,
    RecordedOutput printed) {
  public LessonTrialResult {
    trials = List.copyOf(trials);
  }

  /** Creates a result without recorded output. */
  public LessonTrialResult(
      LessonId lesson,
      String file,
      List<TrialResult> trials,
      @Nullable LabFault fault,
      Duration took) {
    this(lesson, file, trials, fault, took, RecordedOutput.NONE);
  }

  /** Returns whether the lab had no fault and no trial failed. */
  public boolean passed() {
    return fault == null && failureCount() == 0;
  }

  /**
   * Returns whether the lesson wasn't tested, since the lab has another version of a tool than it
   * works with.
   */
  public boolean skipped() {
    return fault != null && fault.kind() == LabFault.Kind.WRONG_VERSION;
  }

  /** Returns the number of failed trials. */
  public long failureCount() {
    return trials.stream().filter(trialResult -> !trialResult.passed()).count();
  }

  /** Returns the number of trials with a warning. */
  public long warningCount() {
    return trials.stream().filter(trialResult -> !trialResult.warning().isEmpty()).count();
  }
}
