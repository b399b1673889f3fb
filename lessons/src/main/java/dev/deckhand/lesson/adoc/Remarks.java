package dev.deckhand.lesson.adoc;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/** Puts what Asciidoctor remarks about a file into the ledger, with what to do about it. */
final class Remarks {

  private static final Pattern MISSING = Pattern.compile("missing attribute: ([\\w-]+)");

  /** By words of the remark; the first that is in it counts. */
  private static final List<Known> KNOWN =
      List.of(
          new Known(
              "missing attribute",
              "Define it in the header, or write \\{name} for the braces themselves.",
              false),
          new Known(
              "unterminated preprocessor", "Write endif::[] where the condition ends.", false),
          new Known("unmatched preprocessor", "Take it out, or begin the condition.", false),
          new Known("mismatched preprocessor", "End the inner condition first.", false),
          new Known("malformed preprocessor", "Take it out.", false),
          // what is not closed swallows the rest of the lesson
          new Known("unterminated", "Close it with the same line that opened it.", true),
          new Known("invalid reference", "Point to a heading of this lesson.", false),
          new Known(
              "footnote reference", "Write the footnote's text where it stands first.", false),
          new Known(
              "title out of sequence", "Go one level deeper at a time: == and then ===.", false),
          new Known("level 0 sections", "A lesson has one title: begin a step with ==.", false),
          new Known("already in use", "Give one of the two another name.", false),
          new Known(
              "list item index", "Number the items in order, or begin each with a dot.", false),
          new Known("no callout found", "Put <1> behind a line of the listing above.", false),
          new Known("incomplete row", "Give each row the same number of cells.", false));

  private Remarks() {}

  /**
   * A remark that is known.
   *
   * @param grave whether it is an error, whatever Asciidoctor thinks
   */
  private record Known(String words, String remedy, boolean grave) {}

  static void add(LogRecord entry, Ledger ledger) {
    String remark = entry.getMessage() == null ? "something is wrong" : entry.getMessage();
    Optional<Known> known = KNOWN.stream().filter(one -> remark.contains(one.words())).findFirst();
    Matcher missing = MISSING.matcher(remark);
    var place =
        entry.getCursor() != null
            ? ledger.at(entry.getCursor().getLineNumber())
            : missing.find() ? ledger.whereItSays("{" + missing.group(1) + "}") : ledger.here();
    String message = "AsciiDoc: " + remark + ".";
    String remedy = known.map(Known::remedy).orElse("Mend the markup there.");
    boolean error =
        entry.getSeverity() == Severity.ERROR
            || entry.getSeverity() == Severity.FATAL
            || known.map(Known::grave).orElse(false);
    if (error) {
      ledger.error(place, message, remedy);
    } else {
      ledger.warning(place, message, remedy);
    }
  }
}
