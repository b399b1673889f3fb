package dev.deckhand.site.web;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.site.Format;
import dev.deckhand.site.Syllabus;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The page of a course: its lessons in their order, and what belongs to it. */
final class CoursePage {

  private CoursePage() {}

  static WebPage of(Syllabus.Course course, Syllabus syllabus, Set<Format> formats) {
    String path = Address.course(course.id());
    List<LessonId> toCome = syllabus.toCome(course.id());
    String content =
        """
        <p class="lead">%s</p>
        <p class="meta">%s</p>
        <ol class="lessons wide">
        %s</ol>
        %s%s\
        """
            .formatted(
                Html.text(course.card().summary()),
                Lengths.of(course.lessons()),
                Html.items(course.lessons().stream().map(one -> lesson(path, one)).toList()),
                toCome.isEmpty() ? "" : toCome(toCome),
                more(path, course, formats));
    return WebPage.plain(
        path,
        course.card().title(),
        course.card().summary(),
        "course",
        Crumbs.toCourse(path),
        content);
  }

  private static String lesson(String from, Lesson lesson) {
    return Html.link(Address.top(from) + Address.lesson(lesson.id()), lesson.title())
        + "<br><span class=\"meta\">"
        + Lengths.of(lesson)
        + "</span>";
  }

  private static String toCome(List<LessonId> lessons) {
    return """
    <h2>To come</h2>
    <p>These lessons are planned, and not written yet.</p>
    <ul class="names">
    %s</ul>
    """
        .formatted(Html.items(lessons.stream().map(LessonId::lesson).map(Html::text).toList()));
  }

  private static String more(String from, Syllabus.Course course, Set<Format> formats) {
    String top = Address.top(from);
    List<String> more =
        Stream.of(
                formats.contains(Format.PDF)
                    ? Html.link(top + Address.handout(course.id()), "The course on paper (PDF)")
                    : "",
                course.sources().isEmpty()
                    ? ""
                    : Html.link(top + Address.sources(course.id()), "Where the facts come from"),
                course.card().license().isEmpty()
                    ? ""
                    : "Licence of the text: " + Html.text(course.card().license()))
            .filter(line -> !line.isEmpty())
            .toList();
    return more.isEmpty()
        ? ""
        : "<h2>More</h2>\n<ul class=\"more\">\n" + Html.items(more) + "</ul>\n";
  }
}
