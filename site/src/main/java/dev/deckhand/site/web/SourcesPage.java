package dev.deckhand.site.web;

import dev.deckhand.site.Syllabus;

/** Where the facts of a course came from, as its author tells it. */
final class SourcesPage {

  private SourcesPage() {}

  static WebPage of(Syllabus.Course course) {
    String path = SitePaths.sources(course.id());
    return new WebPage(
        path,
        "Where the facts come from",
        "The sources of " + course.card().title(),
        "sources",
        Breadcrumbs.toLesson(path, course),
        "",
        course.sources(),
        course.id(),
        "",
        "");
  }
}
