package dev.deckhand.shell.grade;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Printed;
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
public record Rehearsed(
    LessonId lesson,
    String file,
    List<Trial> trials,
    @Nullable LabFault fault,
    Duration took,
    Printed printed) {
  public Rehearsed {
    trials = List.copyOf(trials);
  }

  /** One of which no command's output was kept. */
  public Rehearsed(
      LessonId lesson, String file, List<Trial> trials, @Nullable LabFault fault, Duration took) {
    this(lesson, file, trials, fault, took, Printed.NOTHING);
  }

  /** Whether all that was tried went as it should. */
  public boolean isSound() {
    return fault == null && failed() == 0;
  }

  /** How many trials did not go as they should. */
  public long failed() {
    return trials.stream().filter(trial -> !trial.passed()).count();
  }

  /** How many trials gave something to look at, though nothing failed. */
  public long warned() {
    return trials.stream().filter(trial -> !trial.warning().isEmpty()).count();
  }
}
