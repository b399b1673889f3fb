package dev.deckhand.lesson;

import java.util.List;

/**
 * A lesson, as compiled from its file.
 *
 * @param title with its subtitle, as the author wrote it
 * @param requires lessons to have done before
 * @param minutes how long it takes, about; 0 where the author does not say
 * @param level empty where the author does not say
 * @param intro prose before the first step
 * @param file the file as its author would name it
 */
public record Lesson(
    LessonId id,
    String title,
    LabNeeds needs,
    List<String> requires,
    int minutes,
    String level,
    List<Block> intro,
    List<Step> steps,
    String file) {
  public Lesson {
    requires = List.copyOf(requires);
    intro = List.copyOf(intro);
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException(file + ": a lesson has at least one step");
    }
  }
}
