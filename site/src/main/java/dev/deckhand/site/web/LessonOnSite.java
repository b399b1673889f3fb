package dev.deckhand.site.web;

import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.site.Format;
import dev.deckhand.site.LessonPage;
import dev.deckhand.site.Syllabus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The page of a lesson. */
final class LessonOnSite {

  private final Syllabus syllabus;
  private final Syllabus.Course course;
  private final Lesson lesson;
  private final Set<Format> formats;
  private final String top;

  LessonOnSite(Syllabus syllabus, Syllabus.Course course, Lesson lesson, Set<Format> formats) {
    this.syllabus = syllabus;
    this.course = course;
    this.lesson = lesson;
    this.formats = formats;
    this.top = Address.top(Address.lesson(lesson.id()));
  }

  WebPage page() {
    String path = Address.lesson(lesson.id());
    return new WebPage(
        path,
        lesson.title(),
        lesson.title() + ", a lesson of " + course.card().title(),
        "lesson",
        Crumbs.toLesson(path, course),
        "<p class=\"meta\">" + Lengths.of(lesson) + "</p>\n" + facts(),
        LessonPage.adocOfContent(lesson, course.printed(lesson)),
        course.id(),
        turn(),
        aside());
  }

  private String facts() {
    LabNeeds needs = lesson.needs();
    return "<dl class=\"facts\">\n"
        + fact("Lab", Html.text(LessonPage.labs(needs)))
        + fact("Images", needs.images().stream().map(Html::code).collect(Collectors.joining(" ")))
        + fact(
            "Needs",
            needs.abilities().stream()
                .sorted()
                .map(Ability::word)
                .map(Html::code)
                .collect(Collectors.joining(" ")))
        + fact("Namespace", needs.namespace().equals("default") ? "" : Html.code(needs.namespace()))
        + fact(
            "First do",
            lesson.requires().stream().map(this::required).collect(Collectors.joining(", ")))
        + fact("Try it", Html.code("deckhand learn " + lesson.id()))
        + fact(
            "Slides",
            formats.contains(Format.SLIDES)
                ? Html.link(top + Address.slides(lesson.id()), "for a talk")
                : "")
        + "</dl>\n";
  }

  private static String fact(String name, String html) {
    return html.isEmpty() ? "" : "<dt>" + name + "</dt><dd>" + html + "</dd>\n";
  }

  /** What is not there, or not published with the rest, is named and leads nowhere. */
  private String required(String id) {
    Optional<Lesson> found = syllabus.lesson(LessonId.of(id));
    return found
        .map(one -> Html.link(top + Address.lesson(one.id()), one.title()))
        .orElse(Html.text(id));
  }

  private String turn() {
    List<Lesson> all = syllabus.lessons();
    int here = all.indexOf(lesson);
    String before = here > 0 ? turn("prev", "Before", all.get(here - 1)) : "";
    String after = here < all.size() - 1 ? turn("next", "Next", all.get(here + 1)) : "";
    return before.isEmpty() && after.isEmpty()
        ? ""
        : "<nav class=\"turn\" aria-label=\"Lessons before and after\">\n"
            + before
            + after
            + "</nav>\n";
  }

  private String turn(String rel, String word, Lesson to) {
    return "<a rel=\"%s\" href=\"%s\"><span>%s</span> %s</a>\n"
        .formatted(rel, top + Address.lesson(to.id()), word, Html.text(to.title()));
  }

  private String aside() {
    return """
    <nav class="contents-of-course" aria-labelledby="site-course">
    <p id="site-course">%s</p>
    <ol>
    %s</ol>
    </nav>
    """
        .formatted(
            Html.link(top + Address.course(course.id()), course.card().title()),
            Html.items(course.lessons().stream().map(this::entry).toList()));
  }

  private String entry(Lesson one) {
    return "<a href=\"%s\"%s>%s</a>"
        .formatted(
            top + Address.lesson(one.id()),
            one.equals(lesson) ? " aria-current=\"page\"" : "",
            Html.text(one.title()));
  }
}
