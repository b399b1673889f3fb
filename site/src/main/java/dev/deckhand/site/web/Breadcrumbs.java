package dev.deckhand.site.web;

import dev.deckhand.site.Syllabus;

/** The way from the top to a page. */
final class Breadcrumbs {

  private Breadcrumbs() {}

  static String toCourse(String from) {
    return navigation(courses(from));
  }

  static String toLesson(String from, Syllabus.Course course) {
    return navigation(
        courses(from)
            + "<li>"
            + Html.link(
                SitePaths.relativeRoot(from) + SitePaths.course(course.id()), course.card().title())
            + "</li>");
  }

  private static String courses(String from) {
    return "<li>" + Html.link(SitePaths.relativeRoot(from) + SitePaths.INDEX, "Courses") + "</li>";
  }

  private static String navigation(String items) {
    return "<nav class=\"crumbs\" aria-label=\"Where you are\"><ol>" + items + "</ol></nav>\n";
  }
}
