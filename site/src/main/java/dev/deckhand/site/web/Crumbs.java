package dev.deckhand.site.web;

import dev.deckhand.site.Syllabus;

/** The way from the top to a page. */
final class Crumbs {

  private Crumbs() {}

  static String toCourse(String from) {
    return way(courses(from));
  }

  static String toLesson(String from, Syllabus.Course course) {
    return way(
        courses(from)
            + "<li>"
            + Html.link(Address.top(from) + Address.course(course.id()), course.card().title())
            + "</li>");
  }

  private static String courses(String from) {
    return "<li>" + Html.link(Address.top(from) + Address.INDEX, "Courses") + "</li>";
  }

  private static String way(String items) {
    return "<nav class=\"crumbs\" aria-label=\"Where you are\"><ol>" + items + "</ol></nav>\n";
  }
}
