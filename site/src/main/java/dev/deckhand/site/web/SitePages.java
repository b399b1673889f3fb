package dev.deckhand.site.web;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.site.PublishFormat;
import dev.deckhand.site.Syllabus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All pages of a site. */
public final class SitePages {

  private SitePages() {}

  /**
   * Returns the pages, the first one first.
   *
   * @param publishFormats what else is published, and can be led to
   */
  public static List<WebPage> pages(Syllabus syllabus, Set<PublishFormat> publishFormats) {
    var pages = new ArrayList<WebPage>();
    pages.add(CoursesPage.of(syllabus));
    if (!syllabus.coverage().isEmpty()) {
      pages.add(CoveragePage.of(syllabus));
    }
    for (Syllabus.Course course : syllabus.courses()) {
      pages.add(CoursePage.of(course, syllabus, publishFormats));
      for (Lesson lesson : course.lessons()) {
        pages.add(new LessonWebPage(syllabus, course, lesson, publishFormats).page());
      }
      if (!course.sources().isEmpty()) {
        pages.add(SourcesPage.of(course));
      }
    }
    return pages;
  }

  /** What stands around each of them. */
  public static PageTemplate template(Syllabus syllabus) {
    return new PageTemplate(!syllabus.coverage().isEmpty());
  }

  /** The script that a search loads. */
  public static String searchIndex(Syllabus syllabus) {
    return SearchIndex.script(syllabus);
  }
}
