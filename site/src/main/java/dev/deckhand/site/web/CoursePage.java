package dev.deckhand.site.web;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.site.PublishFormat;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.page.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The page of a course: its lessons in their order, and what belongs to it. */
final class CoursePage {

  private CoursePage() {}

  static WebPage of(Syllabus.Course course, Syllabus syllabus, Set<PublishFormat> publishFormats) {
    String path = SitePaths.course(course.id());
    var content = new ArrayList<Element>();
    content.add(Html.element("p", "lead", course.card().summary()));
    content.add(Html.element("p", "meta", LessonLength.of(course.lessons())));
    content.add(
        Html.list(
            "ol",
            "lessons wide",
            course.lessons().stream().map(lesson -> lesson(path, lesson)).toList()));
    List<LessonId> planned = syllabus.plannedLessons(course.id());
    if (!planned.isEmpty()) {
      content.add(Html.element("h2", "", "To come"));
      content.add(Html.element("p", "", "These lessons are planned, and not written yet."));
      content.add(
          Html.list(
              "ul",
              "names",
              planned.stream().map(lesson -> List.of(Html.text(lesson.lesson()))).toList()));
    }
    List<List<Node>> more = more(path, course, publishFormats);
    if (!more.isEmpty()) {
      content.add(Html.element("h2", "", "More"));
      content.add(Html.list("ul", "more", more));
    }
    return new WebPage(
        path,
        course.card().title(),
        course.card().summary(),
        "course",
        Breadcrumbs.toCourse(path),
        content,
        List.of());
  }

  private static List<Node> lesson(String from, Lesson lesson) {
    return List.of(
        Html.link(SitePaths.relativeRoot(from) + SitePaths.lesson(lesson.id()), lesson.title()),
        new Element("br"),
        Html.element("span", "meta", LessonLength.of(lesson)));
  }

  private static List<List<Node>> more(
      String from, Syllabus.Course course, Set<PublishFormat> publishFormats) {
    String top = SitePaths.relativeRoot(from);
    var more = new ArrayList<List<Node>>();
    if (publishFormats.contains(PublishFormat.PDF)) {
      more.add(
          List.of(Html.link(top + SitePaths.handout(course.id()), "The course on paper (PDF)")));
    }
    if (!course.sources().isEmpty()) {
      more.add(
          List.of(Html.link(top + SitePaths.sources(course.id()), "Where the facts come from")));
    }
    if (!course.card().license().isEmpty()) {
      more.add(List.of(Html.text("Licence of the text: " + course.card().license())));
    }
    return more;
  }
}
