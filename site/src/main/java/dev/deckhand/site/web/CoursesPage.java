package dev.deckhand.site.web;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.site.Syllabus;
import java.util.stream.Collectors;

/** The site's first page: all courses. */
final class CoursesPage {

  private static final String ABOUT =
      "Learn Docker, Kubernetes and Helm by doing, in your own terminal.";

  private CoursesPage() {}

  static WebPage of(Syllabus syllabus) {
    String content =
        """
        <p class="lead">%s Each lesson starts a real engine or a real cluster that is yours alone; here you read what there \
        is to do, and what you should see.</p>
        <div class="command literalblock"><div class="content"><pre>$ ./deckhand</pre></div></div>
        %s\
        """
            .formatted(
                ABOUT,
                syllabus.courses().stream()
                    .map(course -> course(course, syllabus))
                    .collect(Collectors.joining()));
    return WebPage.plain(SitePaths.INDEX, "Deckhand", ABOUT, "courses", "", content);
  }

  private static String course(Syllabus.Course course, Syllabus syllabus) {
    int toCome = syllabus.plannedLessons(course.id()).size();
    return """
    <section class="card">
    <h2>%s</h2>
    <p>%s</p>
    <p class="meta">%s%s</p>
    <ol class="lessons">
    %s</ol>
    </section>
    """
        .formatted(
            Html.link(SitePaths.course(course.id()), course.card().title()),
            Html.text(course.card().summary()),
            LessonLength.of(course.lessons()),
            toCome == 0 ? "" : " · " + toCome + " more to come",
            Html.items(course.lessons().stream().map(CoursesPage::lesson).toList()));
  }

  private static String lesson(Lesson lesson) {
    return Html.link(SitePaths.lesson(lesson.id()), lesson.title())
        + (lesson.minutes() == 0
            ? ""
            : " <span class=\"meta\">" + Html.plural(lesson.minutes(), "minute") + "</span>");
  }
}
