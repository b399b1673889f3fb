package dev.deckhand.lesson.adoc;

/**
 * The content of {@code course.adoc}.
 *
 * @param order the position of the course
 */
record CourseHeader(String title, String summary, String license, int order) {

  /** The position of courses that give none: after those that do. */
  static final int LAST = 1000;

  /** Used if the file can't be read. */
  static final CourseHeader NONE = new CourseHeader("", "", "", LAST);
}
