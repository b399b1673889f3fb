package dev.deckhand.lesson;

import java.util.List;

/**
 * What an author says about a lesson as a whole.
 *
 * @param requires lessons to do before it
 * @param minutes how long it takes, about; 0 if unknown
 * @param level how hard it is; empty if unknown
 */
public record LessonMetadata(
    List<String> requires, int minutes, String level, StepOrderMode ordering) {

  /** No metadata; the steps come in the order of the file. */
  public static final LessonMetadata NONE =
      new LessonMetadata(List.of(), 0, "", StepOrderMode.WRITTEN);

  public LessonMetadata {
    requires = List.copyOf(requires);
  }

  /** The same, with required lessons that name their course. */
  public LessonMetadata inCourse(String course) {
    return new LessonMetadata(
        requires.stream().map(id -> id.contains("/") ? id : course + "/" + id).toList(),
        minutes,
        level,
        ordering);
  }
}
