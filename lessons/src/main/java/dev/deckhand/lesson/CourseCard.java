package dev.deckhand.lesson;

import java.util.List;

/** A course in the catalogue, with its lessons in order. */
public record CourseCard(
    String id, String title, String summary, String license, List<LessonCard> lessons) {
  public CourseCard {
    lessons = List.copyOf(lessons);
  }
}
