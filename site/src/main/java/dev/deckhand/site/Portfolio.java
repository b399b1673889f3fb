package dev.deckhand.site;

import dev.deckhand.lesson.LessonId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a learner did in one course or in several.
 *
 * @param title plain text
 * @param learner a name, as the learner gave it; empty for none
 * @param courses those that something is known of, in the order in which they are to be taken
 */
public record Portfolio(String title, String learner, List<Course> courses) {
  public Portfolio {
    courses = List.copyOf(courses);
  }

  /** A course with all its lessons, begun or not. */
  public record Course(String id, String title, List<Work> lessons) {
    public Course {
      lessons = List.copyOf(lessons);
    }
  }

  /**
   * A learner's work on a lesson.
   *
   * @param done how many of its steps the learner did
   * @param time long pauses left out
   * @param book null where it was not begun
   */
  public record Work(
      LessonId id,
      String title,
      int steps,
      int done,
      int hints,
      Duration time,
      boolean finished,
      @Nullable NoteBook book) {

    /** Whether there is something to read of it. */
    public boolean begun() {
      return book != null;
    }
  }

  /** All lessons that were begun. */
  public List<Work> begun() {
    return courses.stream()
        .flatMap(course -> course.lessons().stream())
        .filter(Work::begun)
        .toList();
  }
}
