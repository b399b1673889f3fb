package dev.deckhand.site;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.site.Portfolio.Work;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Portfolios, short to make. */
final class Portfolios {

  private Portfolios() {}

  static Portfolio one(String learner, Work... works) {
    return new Portfolio(
        "Kubernetes: a beginning", learner, List.of(course("kubernetes", "Kubernetes", works)));
  }

  static Portfolio.Course course(String id, String title, Work... works) {
    return new Portfolio.Course(id, title, List.of(works));
  }

  static Work begun(String id, String title, int done, boolean finished, NoteBook book) {
    return work(id, title, done, 2, Duration.ofSeconds(4000), finished, book);
  }

  static Work untouched(String id, String title) {
    return work(id, title, 0, 0, Duration.ZERO, false, null);
  }

  private static Work work(
      String id,
      String title,
      int done,
      int hints,
      Duration time,
      boolean finished,
      @Nullable NoteBook book) {
    return new Work(LessonId.of(id), title, 5, done, hints, time, finished, book);
  }
}
