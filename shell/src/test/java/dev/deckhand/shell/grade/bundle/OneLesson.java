package dev.deckhand.shell.grade.bundle;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import java.util.List;
import java.util.Optional;

/** A library of one lesson. */
public record OneLesson(Lesson only) implements CourseLibrary {

  @Override
  public List<CourseCard> courses() {
    return List.of(
        new CourseCard(only.id().course(), "Course", "", "", List.of(LessonCard.of(only))));
  }

  @Override
  public Optional<Lesson> lesson(LessonId id) {
    return id.equals(only.id()) ? Optional.of(only) : Optional.empty();
  }
}
