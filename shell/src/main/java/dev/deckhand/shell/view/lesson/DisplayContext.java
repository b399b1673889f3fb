package dev.deckhand.shell.view.lesson;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.LessonId;
import java.util.List;
import java.util.Map;

/**
 * What a scene may name that is not part of the session.
 *
 * @param stepsDone how many steps of a lesson are behind the learner, for the catalogue
 * @param notes where the learner's notes of the lesson are
 * @param attic where files go that a reset puts aside
 */
public record DisplayContext(
    List<CourseCard> courses, Map<LessonId, Integer> stepsDone, String notes, String attic) {
  public DisplayContext {
    courses = List.copyOf(courses);
    stepsDone = Map.copyOf(stepsDone);
  }
}
