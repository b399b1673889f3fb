package dev.deckhand.lesson.adoc.asciidoctor;

import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/** Turns Asciidoctor's log messages into findings with remedies. */
final class AsciidoctorDiagnostics {

  private static final Pattern MISSING_ATTRIBUTE = Pattern.compile("missing attribute: ([\\w-]+)");

  /** By a part of the message; the first match counts. */
  private static final List<KnownMessage> KNOWN_MESSAGES =
      List.of(
          new KnownMessage(
              "missing attribute",
              "Define it in the header, or write \\{name} for the braces themselves.",
              false),
          new KnownMessage(
              "unterminated preprocessor", "Write endif::[] where the condition ends.", false),
          new KnownMessage("unmatched preprocessor", "Take it out, or begin the condition.", false),
          new KnownMessage("mismatched preprocessor", "End the inner condition first.", false),
          new KnownMessage("malformed preprocessor", "Take it out.", false),
          // an unclosed block swallows the rest of the lesson
          new KnownMessage("unterminated", "Close it with the same line that opened it.", true),
          new KnownMessage("invalid reference", "Point to a heading of this lesson.", false),
          new KnownMessage(
              "footnote reference", "Write the footnote's text where it stands first.", false),
          new KnownMessage(
              "title out of sequence", "Go one level deeper at a time: == and then ===.", false),
          new KnownMessage(
              "level 0 sections", "A lesson has one title: begin a step with ==.", false),
          new KnownMessage("already in use", "Give one of the two another name.", false),
          new KnownMessage(
              "list item index", "Number the items in order, or begin each with a dot.", false),
          new KnownMessage(
              "no callout found", "Put <1> behind a line of the listing above.", false),
          new KnownMessage("incomplete row", "Give each row the same number of cells.", false));

  private AsciidoctorDiagnostics() {}

  /**
   * A known message.
   *
   * @param error whether it is an error, whatever its severity in Asciidoctor
   */
  private record KnownMessage(String fragment, String remedy, boolean error) {}

  static void add(LogRecord entry, DiagnosticCollector diagnostics) {
    String remark = entry.getMessage() == null ? "something is wrong" : entry.getMessage();
    Optional<KnownMessage> knownMessage =
        KNOWN_MESSAGES.stream().filter(one -> remark.contains(one.fragment())).findFirst();
    Matcher missing = MISSING_ATTRIBUTE.matcher(remark);
    var position =
        entry.getCursor() != null
            ? diagnostics.at(entry.getCursor().getLineNumber())
            : missing.find()
                ? diagnostics.placeOfText("{" + missing.group(1) + "}")
                : diagnostics.currentPlace();
    String message = "AsciiDoc: " + remark + ".";
    String remedy = knownMessage.map(KnownMessage::remedy).orElse("Mend the markup there.");
    boolean error =
        entry.getSeverity() == Severity.ERROR
            || entry.getSeverity() == Severity.FATAL
            || knownMessage.map(KnownMessage::error).orElse(false);
    if (error) {
      diagnostics.error(position, message, remedy);
    } else {
      diagnostics.warning(position, message, remedy);
    }
  }
}
