package dev.deckhand.lesson;

import java.util.List;
import java.util.Optional;

/** The courses that there are, and their lessons on demand. */
public interface CourseLibrary {

  /** All courses, in the order in which they are to be taken. */
  List<CourseCard> courses();

  /** The lesson with that id; empty where there is none. */
  Optional<Lesson> lesson(LessonId id);

  /** The picture of that name among a course's images; empty where there is none. */
  default Optional<Png> picture(String course, String name) {
    return Optional.empty();
  }

  /**
   * Which facts of a course came from where, as its author tells it; empty where nothing is said.
   */
  default List<Block> sources(String course) {
    return List.of();
  }

  /**
   * What the courses cover of the texts that they are made from, as YAML; empty where none says.
   */
  default Optional<String> coverage() {
    return Optional.empty();
  }

  /** What the lesson's offered commands printed when it was last tested; often nothing. */
  default RecordedOutput recordedOutput(LessonId id) {
    return RecordedOutput.NONE;
  }

  /** All lessons, course by course. */
  default List<LessonCard> lessons() {
    return courses().stream().flatMap(course -> course.lessons().stream()).toList();
  }
}
