package dev.deckhand.shell.view.lesson;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.LessonId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Values for displays that aren't part of the session.
 *
 * @param stepsDone how many steps of each lesson are done; asked for the catalogue alone, since it
 *     reads the whole journal
 * @param misfits why lessons can't be taken on this machine, in sentences; asked for the catalogue
 *     alone, since it asks an engine
 * @param notes where the learner's notes of the lesson are
 * @param attic the folder for files that a reset moves aside
 */
public record DisplayContext(
    List<CourseCard> courses,
    Supplier<Map<LessonId, Integer>> stepsDone,
    Supplier<Map<LessonId, String>> misfits,
    String notes,
    String attic) {
  public DisplayContext {
    courses = List.copyOf(courses);
  }
}
