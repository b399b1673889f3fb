package dev.deckhand.shell.journal;

import dev.deckhand.lesson.LessonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a lesson that was begun.
 *
 * @param steps those that something is known of, by number
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

  /** How long it was worked on, long pauses left out. */
  public Duration time() {
    return steps.values().stream().map(StepStatistics::time).reduce(Duration.ZERO, Duration::plus);
  }
}
