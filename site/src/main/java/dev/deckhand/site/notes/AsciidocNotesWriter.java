package dev.deckhand.site.notes;

import dev.deckhand.lesson.Inline;
import dev.deckhand.site.asciidoc.AsciidocBlockWriter;
import dev.deckhand.site.asciidoc.AsciidocEscaper;
import java.util.ArrayList;
import java.util.List;

/** Writes notes as AsciiDoc. */
final class AsciidocNotesWriter {

  private static final List<String> BOOK_ATTRIBUTES =
      List.of(
          ":doctype: book",
          ":title-separator: {empty}",
          ":toc:",
          ":toclevels: " + HtmlNotesWriter.CONTENTS_LEVELS,
          ":toc-title: Contents",
          ":!sectids:",
          ":!chapter-signifier:",
          ":!table-caption:",
          ":!figure-caption:");

  /** Longer than the fences of blocks within. */
  private static final String DEBRIEF_FENCE = "=".repeat(32);

  private AsciidocNotesWriter() {}

  static String write(NotesDocument document) {
    var lines =
        new ArrayList<>(List.of("= " + AsciidocEscaper.inline(document.title()), ":lang: en"));
    if (document.contents()) {
      lines.addAll(BOOK_ATTRIBUTES);
    }
    lines.add("");
    document.parts().forEach(part -> lines.addAll(lines(part)));
    return String.join("\n", lines) + "\n";
  }

  /** Returns a part's lines, with an empty one at the end. */
  private static List<String> lines(NotesPart part) {
    return switch (part) {
      case NotesPart.Section(var level, var id, var title) ->
          List.of("[#" + id + "]", "=".repeat(level + 1) + " " + AsciidocEscaper.inline(title), "");
      case NotesPart.Line(var role, var content) ->
          List.of("[." + role.replace(' ', '.') + "]", AsciidocBlockWriter.inline(content), "");
      case NotesPart.TypedCommand(var command) -> AsciidocBlockWriter.commands(List.of(command));
      case NotesPart.Printed(var failed, var lines) ->
          withEmptyLine(AsciidocEscaper.literalBlock(failed ? "output-failed" : "output", lines));
      case NotesPart.LearnerWords(var paragraphs) -> remark(paragraphs);
      case NotesPart.Debrief(var content) -> debrief(AsciidocBlockWriter.lines(content));
      case NotesPart.Progress progress -> progress(progress);
    };
  }

  private static List<String> withEmptyLine(List<String> block) {
    var lines = new ArrayList<>(block);
    lines.add("");
    return lines;
  }

  private static List<String> remark(List<List<Inline>> paragraphs) {
    var lines = new ArrayList<>(List.of("[quote,role=remark]", "____"));
    paragraphs.forEach(words -> lines.addAll(List.of(AsciidocBlockWriter.inline(words), "")));
    lines.addAll(List.of("____", ""));
    return lines;
  }

  private static List<String> debrief(List<String> content) {
    var lines = new ArrayList<>(List.of("[.debrief]", DEBRIEF_FENCE));
    lines.addAll(content);
    lines.addAll(List.of(DEBRIEF_FENCE, ""));
    return lines;
  }

  private static List<String> progress(NotesPart.Progress progress) {
    var lines =
        new ArrayList<>(
            List.of(
                "." + AsciidocEscaper.line(progress.course()),
                "[cols=\"6,3,2,2,2\",options=header]",
                "|===",
                "|" + String.join(" |", ProgressTable.COLUMNS)));
    progress.rows().forEach(row -> lines.add(row(title(row), row)));
    lines.add(
        row("**" + AsciidocEscaper.inline(progress.total().title()) + "**", progress.total()));
    lines.addAll(List.of("|===", ""));
    return lines;
  }

  private static String row(String title, NotesPart.ProgressRow row) {
    return "|" + title + " |" + String.join(" |", row.figures());
  }

  /** A comma would end the text of a link. */
  private static String title(NotesPart.ProgressRow row) {
    return row.anchor().isEmpty()
        ? AsciidocEscaper.line(row.title())
        : "link:#"
            + row.anchor()
            + "["
            + AsciidocEscaper.inline(row.title()).replace(",", "&#44;")
            + "]";
  }
}
