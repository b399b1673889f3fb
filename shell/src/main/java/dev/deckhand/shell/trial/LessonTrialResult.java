package dev.deckhand.shell.trial;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.RecordedOutput;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of testing a lesson.
 *
 * @param file the lesson's file as findings name it
 * @param trials the trials that were finished
 * @param fault the fault of its lab, or why it was skipped; null if there was none
 * @param printed the output of its offered commands, if it was recorded
 * @param firstTry the result of its first test, if that failed and it was tested again; otherwise
 *     null
 */
public record LessonTrialResult(
    LessonId lesson,
    String file,
    List<TrialResult> trials,
    @Nullable LabFault fault,
    Duration took,
    RecordedOutput printed,
    @Nullable LessonTrialResult firstTry) {
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

  /** Creates a result of a lesson that was tested once. */
  public LessonTrialResult(
      LessonId lesson,
      String file,
      List<TrialResult> trials,
      @Nullable LabFault fault,
      Duration took,
      RecordedOutput printed) {
    this(lesson, file, trials, fault, took, printed, null);
  }

  /** Returns this result as that of a second test. */
  public LessonTrialResult after(LessonTrialResult first) {
    return new LessonTrialResult(lesson, file, trials, fault, took, printed, first);
  }

  /** Returns whether the lab had no fault and no trial failed. */
  public boolean passed() {
    return fault == null && failureCount() == 0;
  }

  /** Returns whether it failed at first, and passed when it was tested again. */
  public boolean flaky() {
    return firstTry != null && passed();
  }

  /** Returns whether another test may have another result. */
  public boolean mayBeFlaky() {
    boolean lost = fault != null && fault.kind() == LabFault.Kind.LOST;
    return failureCount() > 0 || lost;
  }

  /** Returns what failed, a line for each trial, and last the fault of the lab. */
  public List<String> failures() {
    Stream<String> failed =
        trials.stream()
            .filter(trialResult -> !trialResult.passed())
            .map(trialResult ->
                "step %d, %s: %s"
                    .formatted(
                        trialResult.step(), trialResult.rule().words(), trialResult.problem()));
    return Stream.concat(failed, Stream.ofNullable(fault).map(LabFault::problem)).toList();
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
