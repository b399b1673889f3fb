package dev.deckhand.lesson;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A lesson's address, {@code course/lesson}.
 *
 * @param course the course's folder
 * @param lesson the lesson's {@code :id:}
 */
public record LessonId(String course, String lesson) implements Comparable<LessonId> {

  private static final Pattern PART = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  public LessonId {
    if (!PART.matcher(course).matches() || !PART.matcher(lesson).matches()) {
      throw new IllegalArgumentException(
          "a lesson id is course/lesson in small letters, digits and '-': "
              + course
              + "/"
              + lesson);
    }
  }

  /**
   * Reads {@code course/lesson}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static LessonId of(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("a lesson id is course/lesson: " + text);
    }
    return new LessonId(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public int compareTo(LessonId other) {
    return toString().compareTo(other.toString());
  }

  /** By hand, like {@code hashCode}: the JVM would generate it at each start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LessonId(var otherCourse, var otherLesson)
        && course.equals(otherCourse)
        && lesson.equals(otherLesson);
  }

  @Override
  public int hashCode() {
    return 31 * course.hashCode() + lesson.hashCode();
  }

  @Override
  public String toString() {
    return course + "/" + lesson;
  }
}
