package dev.deckhand.site.document;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.site.asciidoc.AsciidocEscaper;
import dev.deckhand.site.text.LabNames;
import dev.deckhand.site.text.PluralFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes a course as the AsciiDoc of a book to be printed: lessons are chapters; hints come after
 * all of them, and solutions last, so that nobody reads them by accident. What is for instructors
 * is left out.
 */
public final class Handout {

  private Handout() {}

  /**
   * Returns the whole book. The same course gives the same text.
   *
   * @param lessons those of the course, in their order
   */
  public static String adoc(CourseCard course, List<Lesson> lessons) {
    var lines = new ArrayList<>(header(course));
    lines.addAll(about(course, lessons));
    List<HandoutLesson> chapters =
        IntStream.range(0, lessons.size())
            .mapToObj(i -> new HandoutLesson(i + 1, lessons.get(i)))
            .toList();
    chapters.forEach(chapter -> lines.addAll(chapter.chapter()));
    lines.addAll(appendix("hints", "Hints", chapters.stream().map(HandoutLesson::hints).toList()));
    lines.addAll(
        appendix(
            "answers",
            "Solutions, and looking back",
            chapters.stream().map(HandoutLesson::answers).toList()));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> header(CourseCard course) {
    return List.of(
        "= " + AsciidocEscaper.inline(course.title()),
        ":lang: en",
        ":doctype: book",
        ":title-separator: {empty}",
        ":toc:",
        ":toclevels: 2",
        ":toc-title: Contents",
        ":!sectids:",
        ":!chapter-signifier:",
        ":!table-caption:",
        ":!figure-caption:",
        "");
  }

  private static List<String> about(CourseCard course, List<Lesson> lessons) {
    int minutes = lessons.stream().mapToInt(Lesson::minutes).sum();
    var lines = new ArrayList<>(List.of("[#about]", "== About this course", ""));
    if (!course.summary().isBlank()) {
      lines.addAll(List.of(AsciidocEscaper.line(course.summary()), ""));
    }
    lines.addAll(
        List.of(
            "{empty}"
                + PluralFormatter.of(lessons.size(), "lesson")
                + (minutes == 0 ? "" : ", about " + PluralFormatter.of(minutes, "minute"))
                + ". A step is done when what stands under \"What you should see\" is true, by"
                + " whatever way you came there. Hints and solutions are at the end of the book;"
                + " try without them first.",
            ""));
    if (!course.license().isBlank()) {
      lines.addAll(
          List.of("[.aside]", "{empty}License: " + AsciidocEscaper.inline(course.license()), ""));
    }
    return lines;
  }

  private static List<String> appendix(String anchor, String title, List<List<String>> parts) {
    List<String> lines = parts.stream().flatMap(List::stream).toList();
    if (lines.isEmpty()) {
      return List.of();
    }
    var whole = new ArrayList<>(List.of("[#" + anchor + "]", "== " + title, ""));
    whole.addAll(lines);
    return whole;
  }

  /** Returns what a lesson requires, in a sentence or two. */
  static String requirements(Lesson lesson) {
    var facts = new ArrayList<String>();
    if (lesson.minutes() > 0) {
      facts.add(PluralFormatter.of(lesson.minutes(), "minute"));
    }
    if (!lesson.level().isBlank()) {
      facts.add(AsciidocEscaper.inline(lesson.level()));
    }
    facts.add(LabNames.of(lesson.needs(), "no lab, only reading and questions"));
    return String.join(" &#183; ", facts)
        + ". Try it: ``"
        + AsciidocEscaper.inline("deckhand learn " + lesson.id())
        + "``";
  }
}
