package dev.deckhand.site.notes;

import dev.deckhand.lesson.LessonId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a learner did in one course or in several.
 *
 * @param title plain text
 * @param learner a name, as the learner gave it; empty for none
 * @param courses those with notes, in their recommended order
 */
public record Portfolio(String title, String learner, List<Course> courses) {
  public Portfolio {
    courses = List.copyOf(courses);
  }

  /** A course with all its lessons, begun or not. */
  public record Course(String id, String title, List<LessonWork> lessons) {
    public Course {
      lessons = List.copyOf(lessons);
    }
  }

  /**
   * A learner's work on a lesson.
   *
   * @param stepsDone how many of its steps the learner did
   * @param time long pauses left out
   * @param notes null where it was not begun
   */
  public record LessonWork(
      LessonId id,
      String title,
      int steps,
      int stepsDone,
      int hints,
      Duration time,
      boolean finished,
      @Nullable LessonNotes notes) {

    /** Whether it was begun. */
    public boolean begun() {
      return notes != null;
    }
  }

  /** All lessons that were begun. */
  public List<LessonWork> begun() {
    return courses.stream()
        .flatMap(course -> course.lessons().stream())
        .filter(LessonWork::begun)
        .toList();
  }
}
