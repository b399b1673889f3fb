package dev.deckhand.site.web;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Png;
import dev.deckhand.site.PublishFormat;
import dev.deckhand.site.Syllabus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** All pages of a site. */
public final class SitePages {

  private final Syllabus syllabus;
  private final PageTemplate template;
  private final Map<String, String> pages = new LinkedHashMap<>();

  private SitePages(Syllabus syllabus) {
    this.syllabus = syllabus;
    this.template = new PageTemplate(!syllabus.coverage().isEmpty());
  }

  /**
   * Returns the pages' HTML by their paths, the first page first.
   *
   * @param publishFormats what else is published, and can be led to
   * @param pictures by course and name
   */
  public static Map<String, String> html(
      Syllabus syllabus,
      Set<PublishFormat> publishFormats,
      BiFunction<String, String, Optional<Png>> pictures) {
    var site = new SitePages(syllabus);
    site.add(CoursesPage.of(syllabus));
    if (!syllabus.coverage().isEmpty()) {
      site.add(CoveragePage.of(syllabus));
    }
    for (Syllabus.Course course : syllabus.courses()) {
      site.add(course, publishFormats, name -> pictures.apply(course.id(), name));
    }
    return site.pages;
  }

  private void add(
      Syllabus.Course course,
      Set<PublishFormat> publishFormats,
      Function<String, Optional<Png>> pictures) {
    add(CoursePage.of(course, syllabus, publishFormats));
    for (Lesson lesson : course.lessons()) {
      add(new LessonWebPage(syllabus, course, lesson, publishFormats).page(pictures));
    }
    if (!course.sources().isEmpty()) {
      add(SourcesPage.of(course, pictures));
    }
  }

  private void add(WebPage page) {
    pages.put(page.path(), template.html(page));
  }
}
