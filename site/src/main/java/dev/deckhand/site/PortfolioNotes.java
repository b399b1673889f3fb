package dev.deckhand.site;

import dev.deckhand.site.Portfolio.Work;
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
public final class PortfolioNotes {

  private final DateTimeFormatter day;

  /**
   * @param zone where the learner is, for dates
   */
  public PortfolioNotes(ZoneId zone) {
    this.day = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(zone);
  }

  /** Returns the document. The same portfolio gives the same text. */
  public String adoc(Portfolio portfolio) {
    var lines = new ArrayList<>(header(portfolio));
    lines.addAll(List.of("[#progress]", "== Progress", ""));
    lines.addAll(summary(portfolio));
    portfolio
        .courses()
        .forEach(course -> lines.addAll(ProgressTable.lines(course, PortfolioNotes::anchor)));
    boolean several = portfolio.courses().size() > 1;
    for (Portfolio.Course course : portfolio.courses()) {
      List<Work> begun = course.lessons().stream().filter(Work::begun).toList();
      if (several) {
        String id = course.id();
        lines.addAll(List.of("[#course-" + id + "]", "== " + Escape.words(course.title()), ""));
      }
      begun.forEach(work -> lines.addAll(lesson(work, several ? 3 : 2)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> header(Portfolio portfolio) {
    return List.of(
        "= " + Escape.words(portfolio.title()),
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
    List<Work> begun = portfolio.begun();
    List<Instant> days = begun.stream().flatMap(PortfolioNotes::beginnings).sorted().toList();
    String when = "";
    if (!days.isEmpty()) {
      String first = day.format(days.getFirst());
      String last = day.format(days.getLast());
      when = first.equals(last) ? ", " + first : ", " + first + " to " + last;
    }
    String by = portfolio.learner().isBlank() ? "" : " by " + Escape.words(portfolio.learner());
    String time = ProgressTable.time(ProgressTable.total(begun));
    return List.of(
        "[.summary]",
        "{empty}Notes"
            + by
            + when
            + ". "
            + Amounts.of(begun.size(), "lesson")
            + " begun, "
            + begun.stream().filter(Work::finished).count()
            + " finished; "
            + time
            + " of work, long pauses left out.",
        "");
  }

  private static Stream<Instant> beginnings(Work work) {
    NoteBook book = work.book();
    return book == null
        ? Stream.of()
        : book.entries().stream()
            .flatMap(entry ->
                entry instanceof NoteBook.StepBegan(var _, var at) ? Stream.of(at) : Stream.of());
  }

  private static List<String> lesson(Work work, int level) {
    NoteBook book = work.book();
    if (book == null) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add("[#" + anchor(work) + "]");
    lines.add("=".repeat(level) + " " + Escape.words(work.title()));
    lines.addAll(
        List.of(
            "",
            "[.summary]",
            "{empty}"
                + work.done()
                + " of "
                + Amounts.of(work.steps(), "step")
                + " done, "
                + Amounts.of(work.hints(), "hint")
                + ", "
                + ProgressTable.time(work.time())
                + (work.finished() ? ". Finished." : "."),
            ""));
    lines.addAll(new StepNotes(book, level + 1, anchor(work) + "-step-").lines());
    return lines;
  }

  /** An id's letters are those of an anchor; the sign between course and lesson is not. */
  private static String anchor(Work work) {
    return work.id().course() + "_" + work.id().lesson();
  }
}
