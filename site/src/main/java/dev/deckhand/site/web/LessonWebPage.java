package dev.deckhand.site.web;

import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.site.PublishFormat;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.document.LessonPage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The page of a lesson. */
final class LessonWebPage {

  private final Syllabus syllabus;
  private final Syllabus.Course course;
  private final Lesson lesson;
  private final Set<PublishFormat> publishFormats;
  private final String top;

  LessonWebPage(
      Syllabus syllabus, Syllabus.Course course, Lesson lesson, Set<PublishFormat> publishFormats) {
    this.syllabus = syllabus;
    this.course = course;
    this.lesson = lesson;
    this.publishFormats = publishFormats;
    this.top = SitePaths.relativeRoot(SitePaths.lesson(lesson.id()));
  }

  WebPage page() {
    String path = SitePaths.lesson(lesson.id());
    return new WebPage(
        path,
        lesson.title(),
        lesson.title() + ", a lesson of " + course.card().title(),
        "lesson",
        Breadcrumbs.toLesson(path, course),
        "<p class=\"meta\">" + LessonLength.of(lesson) + "</p>\n" + facts(),
        LessonPage.contentAdoc(lesson, course.printed(lesson)),
        course.id(),
        previousAndNext(),
        courseNavigation());
  }

  private String facts() {
    LabNeeds needs = lesson.needs();
    return "<dl class=\"facts\">\n"
        + fact("Lab", Html.text(LessonPage.labNames(needs)))
        + fact("Images", needs.images().stream().map(Html::code).collect(Collectors.joining(" ")))
        + fact(
            "Needs",
            needs.abilities().stream()
                .sorted()
                .map(Ability::keyword)
                .map(Html::code)
                .collect(Collectors.joining(" ")))
        + fact("Namespace", needs.namespace().equals("default") ? "" : Html.code(needs.namespace()))
        + fact(
            "First do",
            lesson.requires().stream().map(this::requiredLesson).collect(Collectors.joining(", ")))
        + fact("Try it", Html.code("deckhand learn " + lesson.id()))
        + fact(
            "Slides",
            publishFormats.contains(PublishFormat.SLIDES)
                ? Html.link(top + SitePaths.slides(lesson.id()), "for a talk")
                : "")
        + "</dl>\n";
  }

  private static String fact(String name, String html) {
    return html.isEmpty() ? "" : "<dt>" + name + "</dt><dd>" + html + "</dd>\n";
  }

  /** What is not there, or not published with the rest, is named and leads nowhere. */
  private String requiredLesson(String id) {
    Optional<Lesson> found = syllabus.lesson(LessonId.of(id));
    return found
        .map(one -> Html.link(top + SitePaths.lesson(one.id()), one.title()))
        .orElse(Html.text(id));
  }

  private String previousAndNext() {
    List<Lesson> all = syllabus.lessons();
    int here = all.indexOf(lesson);
    String before = here > 0 ? previousAndNext("prev", "Before", all.get(here - 1)) : "";
    String after = here < all.size() - 1 ? previousAndNext("next", "Next", all.get(here + 1)) : "";
    return before.isEmpty() && after.isEmpty()
        ? ""
        : "<nav class=\"turn\" aria-label=\"Lessons before and after\">\n"
            + before
            + after
            + "</nav>\n";
  }

  private String previousAndNext(String rel, String word, Lesson to) {
    return "<a rel=\"%s\" href=\"%s\"><span>%s</span> %s</a>\n"
        .formatted(rel, top + SitePaths.lesson(to.id()), word, Html.text(to.title()));
  }

  private String courseNavigation() {
    return """
    <nav class="contents-of-course" aria-labelledby="site-course">
    <p id="site-course">%s</p>
    <ol>
    %s</ol>
    </nav>
    """
        .formatted(
            Html.link(top + SitePaths.course(course.id()), course.card().title()),
            Html.items(course.lessons().stream().map(this::navigationItem).toList()));
  }

  private String navigationItem(Lesson one) {
    return "<a href=\"%s\"%s>%s</a>"
        .formatted(
            top + SitePaths.lesson(one.id()),
            one.equals(lesson) ? " aria-current=\"page\"" : "",
            Html.text(one.title()));
  }
}
