package dev.deckhand.site.web;

import dev.deckhand.site.Syllabus;
import dev.deckhand.site.page.Html;
import java.util.List;
import org.jsoup.nodes.Element;

/** The breadcrumbs of a page. */
final class Breadcrumbs {

  private Breadcrumbs() {}

  static List<Element> toCourse(String from) {
    return navigation(List.of(List.of(courses(from))));
  }

  static List<Element> toLesson(String from, Syllabus.Course course) {
    Element link =
        Html.link(
            SitePaths.relativeRoot(from) + SitePaths.course(course.id()), course.card().title());
    return navigation(List.of(List.of(courses(from)), List.of(link)));
  }

  private static Element courses(String from) {
    return Html.link(SitePaths.relativeRoot(from) + SitePaths.INDEX, "Courses");
  }

  private static List<Element> navigation(List<List<Element>> items) {
    return List.of(
        Html.element("nav", "crumbs", Html.list("ol", "", items))
            .attr("aria-label", "Where you are"));
  }
}
