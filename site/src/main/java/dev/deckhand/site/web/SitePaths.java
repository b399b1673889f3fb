package dev.deckhand.site.web;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.site.page.LessonPage;

/** The paths of a site's pages and files, relative to its root. They are unique for any ids. */
public final class SitePaths {

  /** The list of the courses. */
  public static final String INDEX = "index.html";

  /** What the courses cover. */
  public static final String COVERAGE = "coverage.html";

  /** The style of all pages. */
  public static final String STYLE = "assets/site.css";

  /** The script of all pages. */
  public static final String SCRIPT = "assets/site.js";

  /** The search index. */
  public static final String SEARCH_INDEX = "assets/search-index.js";

  private SitePaths() {}

  /** The page of a course. */
  public static String course(String course) {
    return "courses/" + course + ".html";
  }

  /** The page of a lesson. */
  public static String lesson(LessonId id) {
    return "courses/" + id.course() + "/" + id.lesson() + ".html";
  }

  /** A step on the page of its lesson. */
  static String stepLink(Lesson lesson, int number) {
    return lesson(lesson.id()) + "#" + LessonPage.stepAnchor(number);
  }

  /** Where a course's facts came from. */
  public static String sources(String course) {
    return "sources/" + course + ".html";
  }

  /** The printed course. */
  public static String handout(String course) {
    return "handouts/" + course + ".pdf";
  }

  /** A lesson's slides. */
  public static String slides(LessonId id) {
    return "slides/" + id.course() + "/" + id.lesson() + ".html";
  }

  /** Returns the relative path from a page to the root, as a prefix of other paths. */
  static String relativeRoot(String from) {
    return "../".repeat((int) from.chars().filter(sign -> sign == '/').count());
  }
}
