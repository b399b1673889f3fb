package dev.deckhand.shell.journal;

import dev.deckhand.lesson.LessonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Statistics of a lesson that was begun.
 *
 * @param steps statistics of the steps with events, by number
 * @param lastActivity when it was last worked on
 */
public record LessonStatistics(
    LessonId lesson,
    LessonProgress progress,
    SortedMap<Integer, StepStatistics> steps,
    Instant lastActivity) {

  public LessonStatistics {
    steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
  }

  /** The time spent, without long pauses. */
  public Duration time() {
    return steps.values().stream().map(StepStatistics::time).reduce(Duration.ZERO, Duration::plus);
  }
}
