package dev.deckhand.site.web;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.page.Html;
import dev.deckhand.site.page.HtmlProse;
import dev.deckhand.site.text.PluralFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The site's first page: all courses. */
final class CoursesPage {

  private static final String ABOUT =
      "Learn Docker, Kubernetes and Helm by doing, in your own terminal.";
  private static final String LEAD =
      ABOUT
          + " Each lesson starts a real engine or a real cluster that is yours alone; here you read"
          + " what there is to do, and what you should see.";

  private CoursesPage() {}

  static WebPage of(Syllabus syllabus) {
    var content = new ArrayList<Element>();
    content.add(Html.element("p", "lead", LEAD));
    content.add(HtmlProse.commands(List.of("./deckhand")));
    syllabus.courses().forEach(course -> content.add(course(course, syllabus)));
    return new WebPage(
        SitePaths.INDEX, "Deckhand", ABOUT, "courses", List.of(), content, List.of());
  }

  private static Element course(Syllabus.Course course, Syllabus syllabus) {
    int toCome = syllabus.plannedLessons(course.id()).size();
    return Html.element(
        "section",
        "card",
        Html.element("h2", "", Html.link(SitePaths.course(course.id()), course.card().title())),
        Html.element("p", "", course.card().summary()),
        Html.element(
            "p",
            "meta",
            LessonLength.of(course.lessons())
                + (toCome == 0 ? "" : " · " + toCome + " more to come")),
        Html.list("ol", "lessons", course.lessons().stream().map(CoursesPage::lesson).toList()));
  }

  private static List<Node> lesson(Lesson lesson) {
    Element link = Html.link(SitePaths.lesson(lesson.id()), lesson.title());
    return lesson.minutes() == 0
        ? List.of(link)
        : List.of(
            link,
            Html.text(" "),
            Html.element("span", "meta", PluralFormatter.of(lesson.minutes(), "minute")));
  }
}
