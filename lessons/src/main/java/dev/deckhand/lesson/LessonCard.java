package dev.deckhand.lesson;

import java.util.List;

/** A lesson in the catalogue, without its content. */
public record LessonCard(
    LessonId id,
    String title,
    LabNeeds needs,
    List<String> requires,
    int minutes,
    String level,
    int steps) {
  public LessonCard {
    requires = List.copyOf(requires);
  }

  /** The card of a lesson. */
  public static LessonCard of(Lesson lesson) {
    return new LessonCard(
        lesson.id(),
        lesson.title(),
        lesson.needs(),
        lesson.requires(),
        lesson.minutes(),
        lesson.level(),
        lesson.steps().size());
  }
}
