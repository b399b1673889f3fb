package dev.deckhand.workshop.web;

import dev.deckhand.lesson.LessonId;
import java.util.Optional;

/** The lessons of a course as pages, made by the site's generator. */
@FunctionalInterface
public interface LessonPages {

  /**
   * A lesson's page.
   *
   * @param title plain text
   * @param body HTML of what stands below the title; its pictures are data addresses, its steps
   *     have the ids {@code step-1} and so on. No script and no style in it takes effect.
   */
  record Document(String title, String body) {}

  /**
   * The page of a lesson; empty for one that isn't in the course.
   *
   * @param namespace the name that the lesson's namespace has for the reader; empty for the one in
   *     the lesson's text
   */
  Optional<Document> lesson(LessonId lesson, Optional<String> namespace);

  /** The slides of a lesson, as a whole HTML page in one file; empty where there are none. */
  default Optional<String> slides(LessonId lesson) {
    return Optional.empty();
  }
}
