package dev.deckhand.lesson.adoc;

/**
 * What {@code course.adoc} says.
 *
 * @param order where the course stands among others
 */
record CourseHeader(String title, String summary, String license, int order) {

  /** The order of a course that gives none: after those that do. */
  static final int LAST = 1000;

  /** What stands for a file that cannot be read. */
  static final CourseHeader NONE = new CourseHeader("", "", "", LAST);
}
