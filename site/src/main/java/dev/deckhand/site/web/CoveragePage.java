package dev.deckhand.site.web;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.coverage.CourseCoverage;
import dev.deckhand.lesson.coverage.CourseCoverage.StepReference;
import dev.deckhand.site.Syllabus;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the courses cover of the texts that they are made from. */
final class CoveragePage {

  private CoveragePage() {}

  static WebPage of(Syllabus syllabus) {
    CourseCoverage courseCoverage = syllabus.coverage();
    String content =
        """
        <p class="lead">The courses are made from texts about containers and clusters. Here is each system and each concept that they \
        describe, with the steps in which you meet it by hand.</p>
        %s%s\
        """
            .formatted(
                courseCoverage.texts().stream()
                    .map(sourceText -> text(sourceText, syllabus))
                    .collect(Collectors.joining()),
                plannedLessons(syllabus));
    return WebPage.plain(
        SitePaths.COVERAGE,
        "What the courses cover",
        "Each system and concept of the texts, with the steps that teach it",
        "coverage",
        "",
        content);
  }

  private static String text(CourseCoverage.SourceText sourceText, Syllabus syllabus) {
    return """
    <h2 id="text-%s">%s</h2>
    <div class="scroll"><table>
    <thead><tr><th scope="col">What it describes</th><th scope="col">Where you meet it</th></tr></thead>
    <tbody>
    %s</tbody>
    </table></div>
    """
        .formatted(
            sourceText.name().replaceAll("[^A-Za-z0-9_-]", "-"),
            Html.text(sourceText.title()),
            sourceText.topics().stream()
                .map(topic -> topic(topic, syllabus))
                .collect(Collectors.joining()));
  }

  private static String topic(CourseCoverage.Topic topic, Syllabus syllabus) {
    List<String> places =
        Stream.concat(
                topic.steps().stream().map(stepReference -> stepReference(stepReference, syllabus)),
                topic.plannedLessons().stream()
                    .map(
                        id -> "<span class=\"to-come\">to come: " + Html.text(id + "") + "</span>"))
            .toList();
    return "<tr><th scope=\"row\">%s <span class=\"meta\">%s</span></th><td><ul>%s</ul></td></tr>\n"
        .formatted(Html.text(topic.name()), topic.kind().keyword(), Html.items(places));
  }

  private static String stepReference(StepReference stepReference, Syllabus syllabus) {
    String words =
        stepReference.lesson() + ", step " + stepReference.step() + ": " + stepReference.title();
    return syllabus
        .lesson(stepReference.lesson())
        .map(lesson -> link(lesson, stepReference))
        .orElse(Html.text(words));
  }

  private static String link(Lesson lesson, StepReference stepReference) {
    return Html.link(SitePaths.stepLink(lesson, stepReference.step()), stepReference.title())
        + " <span class=\"meta\">"
        + Html.text(lesson.id() + ", step " + stepReference.step())
        + "</span>";
  }

  private static String plannedLessons(Syllabus syllabus) {
    List<String> names =
        syllabus.coverage().curriculum().stream()
            .filter(id -> syllabus.lesson(id).isEmpty())
            .map(LessonId::toString)
            .map(Html::text)
            .toList();
    return names.isEmpty()
        ? ""
        : "<h2 id=\"to-come\">Lessons to come</h2>\n<ul class=\"names\">\n"
            + Html.items(names)
            + "</ul>\n";
  }
}
