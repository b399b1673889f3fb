package dev.deckhand.site.notes;

import dev.deckhand.site.asciidoc.AsciidocEscaper;
import dev.deckhand.site.asciidoc.PluralFormatter;
import dev.deckhand.site.notes.LessonNotes.Entry;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a learner's notes as AsciiDoc. Immutable. */
public final class LessonNotesDocument {

  private final DateTimeFormatter day;

  /**
   * @param zone where the learner is, for dates
   */
  public LessonNotesDocument(ZoneId zone) {
    this.day = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(zone);
  }

  /** Returns the text of {@code notes.adoc}. The same book gives the same text. */
  public String adoc(LessonNotes book) {
    var lines = new ArrayList<String>();
    lines.add("= " + AsciidocEscaper.inline(book.lesson().title()));
    lines.add(":lang: en");
    lines.add("");
    lines.addAll(summary(book));
    lines.addAll(new StepNotesSection(book, 2, "step-").lines());
    return String.join("\n", lines) + "\n";
  }

  private List<String> summary(LessonNotes book) {
    var by = book.learner().isBlank() ? "" : " by " + AsciidocEscaper.inline(book.learner());
    var when = startedAt(book.entries()).map(at -> ", " + day.format(at)).orElse("");
    long done = count(book, LessonNotes.StepCompleted.class);
    var counts =
        done
            + " of "
            + PluralFormatter.of(book.lesson().steps().size(), "step")
            + " done, "
            + PluralFormatter.of(count(book, LessonNotes.CommandRun.class), "command")
            + ", "
            + PluralFormatter.of(count(book, LessonNotes.HintTaken.class), "hint")
            + (count(book, LessonNotes.LessonFinished.class) > 0 ? ". Finished." : ".");
    return List.of("[.summary]", "{empty}Notes" + by + when + ". " + counts, "");
  }

  private static long count(LessonNotes book, Class<? extends Entry> kind) {
    return book.entries().stream().filter(kind::isInstance).distinct().count();
  }

  private static Optional<Instant> startedAt(List<Entry> entries) {
    return entries.stream()
        .flatMap(entry ->
            entry instanceof LessonNotes.StepStarted(var _, var at)
                ? Optional.of(at).stream()
                : null)
        .findFirst();
  }
}
