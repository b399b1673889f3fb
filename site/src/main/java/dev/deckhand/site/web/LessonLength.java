package dev.deckhand.site.web;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.site.text.PluralFormatter;
import java.util.List;

/** How long lessons take. */
final class LessonLength {

  private LessonLength() {}

  /** Returns the length of several lessons: {@code 3 lessons · 1 hour 5 minutes}. */
  static String of(List<Lesson> lessons) {
    int minutes = lessons.stream().mapToInt(Lesson::minutes).sum();
    return PluralFormatter.of(lessons.size(), "lesson")
        + (minutes == 0 ? "" : " · " + time(minutes));
  }

  /** Returns the length of one lesson: {@code 15 minutes · 5 steps · beginner}. */
  static String of(Lesson lesson) {
    return (lesson.minutes() == 0 ? "" : time(lesson.minutes()) + " · ")
        + PluralFormatter.of(lesson.steps().size(), "step")
        + (lesson.level().isEmpty() ? "" : " · " + lesson.level());
  }

  private static String time(int minutes) {
    String rest = minutes % 60 == 0 ? "" : PluralFormatter.of(minutes % 60, "minute");
    return minutes < 60 ? rest : (PluralFormatter.of(minutes / 60, "hour") + " " + rest).strip();
  }
}
