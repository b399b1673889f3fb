package dev.deckhand.site;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.site.notes.LessonNotes;
import dev.deckhand.site.notes.Portfolio;
import dev.deckhand.site.notes.Portfolio.LessonWork;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Portfolios, short to make. */
public final class PortfolioFixtures {

  private PortfolioFixtures() {}

  public static Portfolio one(String learner, LessonWork... works) {
    return new Portfolio(
        "Kubernetes: a beginning", learner, List.of(course("kubernetes", "Kubernetes", works)));
  }

  public static Portfolio.Course course(String id, String title, LessonWork... works) {
    return new Portfolio.Course(id, title, List.of(works));
  }

  public static LessonWork begun(
      String id, String title, int done, boolean finished, LessonNotes book) {
    return work(id, title, done, 2, Duration.ofSeconds(4000), finished, book);
  }

  public static LessonWork notBegun(String id, String title) {
    return work(id, title, 0, 0, Duration.ZERO, false, null);
  }

  private static LessonWork work(
      String id,
      String title,
      int done,
      int hints,
      Duration time,
      boolean finished,
      @Nullable LessonNotes book) {
    return new LessonWork(LessonId.of(id), title, 5, done, hints, time, finished, book);
  }
}
