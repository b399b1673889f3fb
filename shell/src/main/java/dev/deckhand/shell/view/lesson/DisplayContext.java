package dev.deckhand.shell.view.lesson;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.LessonId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a scene may name that is not part of the session.
 *
 * @param stepsDone how many steps of each lesson are done; asked for the catalogue alone, since it
 *     reads the whole journal
 * @param notes where the learner's notes of the lesson are
 * @param attic where files go that a reset puts aside
 */
public record DisplayContext(
    List<CourseCard> courses,
    Supplier<Map<LessonId, Integer>> stepsDone,
    String notes,
    String attic) {
  public DisplayContext {
    courses = List.copyOf(courses);
  }
}
