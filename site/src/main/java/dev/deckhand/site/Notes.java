package dev.deckhand.site;

import dev.deckhand.site.NoteBook.Entry;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a learner's notes as AsciiDoc. Immutable. */
public final class Notes {

  private final DateTimeFormatter day;

  /**
   * @param zone where the learner is, for dates
   */
  public Notes(ZoneId zone) {
    this.day = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(zone);
  }

  /** Returns the text of {@code notes.adoc}. The same book gives the same text. */
  public String adoc(NoteBook book) {
    var lines = new ArrayList<String>();
    lines.add("= " + Escape.words(book.lesson().title()));
    lines.add(":lang: en");
    lines.add("");
    lines.addAll(summary(book));
    lines.addAll(new StepNotes(book, 2, "step-").lines());
    return String.join("\n", lines) + "\n";
  }

  private List<String> summary(NoteBook book) {
    var by = book.learner().isBlank() ? "" : " by " + Escape.words(book.learner());
    var when = began(book.entries()).map(at -> ", " + day.format(at)).orElse("");
    long done = count(book, NoteBook.Passed.class);
    var counts =
        done
            + " of "
            + Amounts.of(book.lesson().steps().size(), "step")
            + " done, "
            + Amounts.of(count(book, NoteBook.Typed.class), "command")
            + ", "
            + Amounts.of(count(book, NoteBook.HintTaken.class), "hint")
            + (count(book, NoteBook.Finished.class) > 0 ? ". Finished." : ".");
    return List.of("[.summary]", "{empty}Notes" + by + when + ". " + counts, "");
  }

  private static long count(NoteBook book, Class<? extends Entry> kind) {
    return book.entries().stream().filter(kind::isInstance).distinct().count();
  }

  private static Optional<Instant> began(List<Entry> entries) {
    return entries.stream()
        .flatMap(entry ->
            entry instanceof NoteBook.StepBegan(var _, var at) ? Optional.of(at).stream() : null)
        .findFirst();
  }
}
