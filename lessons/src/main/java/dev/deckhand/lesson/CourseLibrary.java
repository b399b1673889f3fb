package dev.deckhand.lesson;

import java.util.List;
import java.util.Optional;

/** All courses; lessons are loaded on demand. */
public interface CourseLibrary {

  /** All courses, in the order in which learners take them. */
  List<CourseCard> courses();

  /** The lesson with this id, if there is one. */
  Optional<Lesson> lesson(LessonId id);

  /** The picture of this name among a course's images, if there is one. */
  default Optional<Png> picture(String course, String name) {
    return Optional.empty();
  }

  /** The sources of a course's facts, as its author gives them; empty for none. */
  default List<Block> sources(String course) {
    return List.of();
  }

  /** Which parts of their source texts the courses cover, as YAML; empty if unknown. */
  default Optional<String> coverage() {
    return Optional.empty();
  }

  /** What the lesson's offered commands printed when it was last tested, if that was recorded. */
  default RecordedOutput recordedOutput(LessonId id) {
    return RecordedOutput.NONE;
  }

  /** All lessons, course by course. */
  default List<LessonCard> lessons() {
    return courses().stream().flatMap(course -> course.lessons().stream()).toList();
  }
}
