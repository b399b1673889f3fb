package dev.deckhand.site.web;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.coverage.CourseCoverage;
import dev.deckhand.lesson.coverage.CourseCoverage.StepReference;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.page.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** What the courses cover of the texts that they are made from. */
final class CoveragePage {

  private static final String LEAD =
      "The courses are made from texts about containers and clusters. Here is each system and each"
          + " concept that they describe, with the steps in which you meet it by hand.";

  private CoveragePage() {}

  static WebPage of(Syllabus syllabus) {
    var content = new ArrayList<Element>();
    content.add(Html.element("p", "lead", LEAD));
    for (CourseCoverage.SourceText text : syllabus.coverage().texts()) {
      String id = "text-" + text.name().replaceAll("[^A-Za-z0-9_-]", "-");
      content.add(Html.element("h2", "", text.title()).id(id));
      content.add(Html.element("div", "scroll", table(text, syllabus)));
    }
    List<LessonId> planned =
        syllabus.coverage().curriculum().stream()
            .filter(id -> syllabus.lesson(id).isEmpty())
            .toList();
    if (!planned.isEmpty()) {
      content.add(Html.element("h2", "", "Lessons to come").id("to-come"));
      content.add(
          Html.list(
              "ul", "names", planned.stream().map(id -> List.of(Html.text(id + ""))).toList()));
    }
    return new WebPage(
        SitePaths.COVERAGE,
        "What the courses cover",
        "Each system and concept of the texts, with the steps that teach it",
        "coverage",
        List.of(),
        content,
        List.of());
  }

  private static Element table(CourseCoverage.SourceText text, Syllabus syllabus) {
    return Html.element(
        "table",
        "",
        Html.element(
            "thead",
            "",
            Html.element(
                "tr",
                "",
                Html.element("th", "", "What it describes").attr("scope", "col"),
                Html.element("th", "", "Where you meet it").attr("scope", "col"))),
        Html.element(
            "tbody", "", text.topics().stream().map(topic -> topic(topic, syllabus)).toList()));
  }

  private static Element topic(CourseCoverage.Topic topic, Syllabus syllabus) {
    List<List<Node>> places =
        Stream.concat(
                topic.steps().stream().map(step -> step(step, syllabus)),
                topic.plannedLessons().stream()
                    .map(id -> List.<Node>of(Html.element("span", "to-come", "to come: " + id))))
            .toList();
    return Html.element(
        "tr",
        "",
        Html.element(
                "th",
                "",
                Html.text(topic.name() + " "),
                Html.element("span", "meta", topic.kind().keyword()))
            .attr("scope", "row"),
        Html.element("td", "", Html.list("ul", "", places)));
  }

  private static List<Node> step(StepReference reference, Syllabus syllabus) {
    String place = reference.lesson() + ", step " + reference.step();
    return syllabus
        .lesson(reference.lesson())
        .map(lesson -> link(lesson, reference, place))
        .orElse(List.of(Html.text(place + ": " + reference.title())));
  }

  private static List<Node> link(Lesson lesson, StepReference reference, String place) {
    return List.of(
        Html.link(SitePaths.stepLink(lesson, reference.step()), reference.title()),
        Html.text(" "),
        Html.element("span", "meta", place));
  }
}
