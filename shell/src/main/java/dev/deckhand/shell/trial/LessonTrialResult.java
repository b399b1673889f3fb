package dev.deckhand.shell.trial;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.RecordedOutput;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of rehearsing a lesson.
 *
 * @param file the lesson's file as findings name it
 * @param trials those that were over when it ended
 * @param fault what went wrong with its lab; null where nothing did
 * @param printed what its offered commands printed, where that was wanted
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

  /** One of which no command's output was kept. */
  public LessonTrialResult(
      LessonId lesson,
      String file,
      List<TrialResult> trials,
      @Nullable LabFault fault,
      Duration took) {
    this(lesson, file, trials, fault, took, RecordedOutput.NONE);
  }

  /** Whether all that was tried went as it should. */
  public boolean passed() {
    return fault == null && failureCount() == 0;
  }

  /** How many trials did not go as they should. */
  public long failureCount() {
    return trials.stream().filter(trialResult -> !trialResult.passed()).count();
  }

  /** How many trials gave something to look at, though nothing failed. */
  public long warningCount() {
    return trials.stream().filter(trialResult -> !trialResult.warning().isEmpty()).count();
  }
}
