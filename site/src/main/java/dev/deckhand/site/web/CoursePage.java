package dev.deckhand.site.web;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.site.PublishFormat;
import dev.deckhand.site.Syllabus;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The page of a course: its lessons in their order, and what belongs to it. */
final class CoursePage {

  private CoursePage() {}

  static WebPage of(Syllabus.Course course, Syllabus syllabus, Set<PublishFormat> publishFormats) {
    String path = SitePaths.course(course.id());
    List<LessonId> toCome = syllabus.plannedLessons(course.id());
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
                LessonLength.of(course.lessons()),
                Html.items(course.lessons().stream().map(one -> lesson(path, one)).toList()),
                toCome.isEmpty() ? "" : plannedLessons(toCome),
                links(path, course, publishFormats));
    return WebPage.plain(
        path,
        course.card().title(),
        course.card().summary(),
        "course",
        Breadcrumbs.toCourse(path),
        content);
  }

  private static String lesson(String from, Lesson lesson) {
    return Html.link(SitePaths.relativeRoot(from) + SitePaths.lesson(lesson.id()), lesson.title())
        + "<br><span class=\"meta\">"
        + LessonLength.of(lesson)
        + "</span>";
  }

  private static String plannedLessons(List<LessonId> lessons) {
    return """
    <h2>To come</h2>
    <p>These lessons are planned, and not written yet.</p>
    <ul class="names">
    %s</ul>
    """
        .formatted(Html.items(lessons.stream().map(LessonId::lesson).map(Html::text).toList()));
  }

  private static String links(
      String from, Syllabus.Course course, Set<PublishFormat> publishFormats) {
    String top = SitePaths.relativeRoot(from);
    List<String> more =
        Stream.of(
                publishFormats.contains(PublishFormat.PDF)
                    ? Html.link(top + SitePaths.handout(course.id()), "The course on paper (PDF)")
                    : "",
                course.sources().isEmpty()
                    ? ""
                    : Html.link(top + SitePaths.sources(course.id()), "Where the facts come from"),
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
