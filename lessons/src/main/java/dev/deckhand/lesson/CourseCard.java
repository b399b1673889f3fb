package dev.deckhand.lesson;

import java.util.List;

/** A course, as the catalogue lists it; its lessons are in their order. */
public record CourseCard(
    String id, String title, String summary, String license, List<LessonCard> lessons) {
  public CourseCard {
    lessons = List.copyOf(lessons);
  }
}
