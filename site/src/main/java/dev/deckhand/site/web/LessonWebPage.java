package dev.deckhand.site.web;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Png;
import dev.deckhand.site.PublishFormat;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.page.Html;
import dev.deckhand.site.page.LessonFacts;
import dev.deckhand.site.page.LessonPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

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

  WebPage page(Function<String, Optional<Png>> pictures) {
    String path = SitePaths.lesson(lesson.id());
    var content = new ArrayList<Element>();
    content.add(Html.element("p", "meta", LessonLength.of(lesson)));
    content.add(facts());
    content.addAll(LessonPage.content(lesson, course.printed(lesson), pictures));
    neighbours().forEach(content::add);
    return new WebPage(
        path,
        lesson.title(),
        lesson.title() + ", a lesson of " + course.card().title(),
        "lesson",
        Breadcrumbs.toLesson(path, course),
        content,
        List.of(courseNavigation()));
  }

  private Element facts() {
    return new LessonFacts()
        .addNeeds(lesson, this::requiredLesson)
        .add(
            "Slides",
            publishFormats.contains(PublishFormat.SLIDES)
                ? Stream.of(Html.link(top + SitePaths.slides(lesson.id()), "for a talk"))
                : Stream.of(),
            " ")
        .list();
  }

  /** A lesson that doesn't exist or isn't published is named without a link. */
  private Node requiredLesson(String id) {
    return syllabus
        .lesson(LessonId.of(id))
        .<Node>map(one -> Html.link(top + SitePaths.lesson(one.id()), one.title()))
        .orElse(Html.text(id));
  }

  private Stream<Element> neighbours() {
    List<Lesson> all = syllabus.lessons();
    int here = all.indexOf(lesson);
    var links = new ArrayList<Element>();
    if (here > 0) {
      links.add(neighbour("prev", "Before", all.get(here - 1)));
    }
    if (here < all.size() - 1) {
      links.add(neighbour("next", "Next", all.get(here + 1)));
    }
    return links.isEmpty()
        ? Stream.of()
        : Stream.of(
            Html.element("nav", "turn", links).attr("aria-label", "Lessons before and after"));
  }

  private Element neighbour(String rel, String word, Lesson to) {
    return Html.element("a", "", Html.element("span", "", word), Html.text(" " + to.title()))
        .attr("rel", rel)
        .attr("href", top + SitePaths.lesson(to.id()));
  }

  private Element courseNavigation() {
    return Html.element(
            "nav",
            "contents-of-course",
            Html.element(
                    "p", "", Html.link(top + SitePaths.course(course.id()), course.card().title()))
                .id("site-course"),
            Html.list("ol", "", course.lessons().stream().map(one -> List.of(link(one))).toList()))
        .attr("aria-labelledby", "site-course");
  }

  private Element link(Lesson one) {
    Element link = Html.link(top + SitePaths.lesson(one.id()), one.title());
    return one.equals(lesson) ? link.attr("aria-current", "page") : link;
  }
}
