package dev.deckhand.site.notes;

import dev.deckhand.site.asciidoc.AsciidocEscaper;
import dev.deckhand.site.asciidoc.PluralFormatter;
import dev.deckhand.site.notes.Portfolio.LessonWork;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes a learner's notes of a course or of several as one AsciiDoc document: contents, how far
 * the learner came, and the notes of each lesson.
 */
public final class PortfolioDocument {

  private final DateTimeFormatter day;

  /**
   * @param zone where the learner is, for dates
   */
  public PortfolioDocument(ZoneId zone) {
    this.day = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(zone);
  }

  /** Returns the document. The same portfolio gives the same text. */
  public String adoc(Portfolio portfolio) {
    var lines = new ArrayList<>(header(portfolio));
    lines.addAll(List.of("[#progress]", "== Progress", ""));
    lines.addAll(summary(portfolio));
    portfolio
        .courses()
        .forEach(course -> lines.addAll(ProgressTable.lines(course, PortfolioDocument::anchor)));
    boolean several = portfolio.courses().size() > 1;
    for (Portfolio.Course course : portfolio.courses()) {
      List<LessonWork> begun = course.lessons().stream().filter(LessonWork::begun).toList();
      if (several) {
        String id = course.id();
        lines.addAll(
            List.of("[#course-" + id + "]", "== " + AsciidocEscaper.inline(course.title()), ""));
      }
      begun.forEach(lessonWork -> lines.addAll(lesson(lessonWork, several ? 3 : 2)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> header(Portfolio portfolio) {
    return List.of(
        "= " + AsciidocEscaper.inline(portfolio.title()),
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

  private List<String> summary(Portfolio portfolio) {
    List<LessonWork> begun = portfolio.begun();
    List<Instant> days = begun.stream().flatMap(PortfolioDocument::startTimes).sorted().toList();
    String when = "";
    if (!days.isEmpty()) {
      String first = day.format(days.getFirst());
      String last = day.format(days.getLast());
      when = first.equals(last) ? ", " + first : ", " + first + " to " + last;
    }
    String by =
        portfolio.learner().isBlank() ? "" : " by " + AsciidocEscaper.inline(portfolio.learner());
    String time = ProgressTable.time(ProgressTable.total(begun));
    return List.of(
        "[.summary]",
        "{empty}Notes"
            + by
            + when
            + ". "
            + PluralFormatter.of(begun.size(), "lesson")
            + " begun, "
            + begun.stream().filter(LessonWork::finished).count()
            + " finished; "
            + time
            + " of work, long pauses left out.",
        "");
  }

  private static Stream<Instant> startTimes(LessonWork lessonWork) {
    LessonNotes book = lessonWork.notes();
    return book == null
        ? Stream.of()
        : book.entries().stream()
            .flatMap(entry ->
                entry instanceof LessonNotes.StepStarted(var _, var at)
                    ? Stream.of(at)
                    : Stream.of());
  }

  private static List<String> lesson(LessonWork lessonWork, int level) {
    LessonNotes book = lessonWork.notes();
    if (book == null) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add("[#" + anchor(lessonWork) + "]");
    lines.add("=".repeat(level) + " " + AsciidocEscaper.inline(lessonWork.title()));
    lines.addAll(
        List.of(
            "",
            "[.summary]",
            "{empty}"
                + lessonWork.stepsDone()
                + " of "
                + PluralFormatter.of(lessonWork.steps(), "step")
                + " done, "
                + PluralFormatter.of(lessonWork.hints(), "hint")
                + ", "
                + ProgressTable.time(lessonWork.time())
                + (lessonWork.finished() ? ". Finished." : "."),
            ""));
    lines.addAll(new StepNotesSection(book, level + 1, anchor(lessonWork) + "-step-").lines());
    return lines;
  }

  /** An id's letters are those of an anchor; the sign between course and lesson is not. */
  private static String anchor(LessonWork lessonWork) {
    return lessonWork.id().course() + "_" + lessonWork.id().lesson();
  }
}
