package dev.deckhand.site.web;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.site.Format;
import dev.deckhand.site.Syllabus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All pages of a site. */
public final class Site {

  private Site() {}

  /**
   * Returns the pages, the first one first.
   *
   * @param formats what else is published, and can be led to
   */
  public static List<WebPage> pages(Syllabus syllabus, Set<Format> formats) {
    var pages = new ArrayList<WebPage>();
    pages.add(CoursesPage.of(syllabus));
    if (!syllabus.coverage().isEmpty()) {
      pages.add(CoveragePage.of(syllabus));
    }
    for (Syllabus.Course course : syllabus.courses()) {
      pages.add(CoursePage.of(course, syllabus, formats));
      for (Lesson lesson : course.lessons()) {
        pages.add(new LessonOnSite(syllabus, course, lesson, formats).page());
      }
      if (!course.sources().isEmpty()) {
        pages.add(SourcesPage.of(course));
      }
    }
    return pages;
  }

  /** What stands around each of them. */
  public static Frame frame(Syllabus syllabus) {
    return new Frame(!syllabus.coverage().isEmpty());
  }

  /** The script that a search loads. */
  public static String searchIndex(Syllabus syllabus) {
    return SearchIndex.script(syllabus);
  }
}
