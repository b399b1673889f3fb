package dev.deckhand.site.web;

import dev.deckhand.lesson.Png;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.page.HtmlProse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where the facts of a course came from, as its author tells it. */
final class SourcesPage {

  private SourcesPage() {}

  static WebPage of(Syllabus.Course course, Function<String, Optional<Png>> pictures) {
    String path = SitePaths.sources(course.id());
    return new WebPage(
        path,
        "Where the facts come from",
        "The sources of " + course.card().title(),
        "sources",
        Breadcrumbs.toLesson(path, course),
        new HtmlProse(1, pictures).blocks(course.sources()),
        List.of());
  }
}
