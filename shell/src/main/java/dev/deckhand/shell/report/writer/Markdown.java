package dev.deckhand.shell.report.writer;

import java.util.List;

/** Untrusted text in GitHub's Markdown. */
final class Markdown {

  private static final String MARKUP = "\\`*_{}[]()#+-.!|~>=$";

  private Markdown() {}

  /** Returns text for use within a line or a cell: it has no markup, mentions or links. */
  static String inline(String text) {
    var safe = new StringBuilder();
    ReportText.line(text)
        .codePoints()
        .forEach(point -> {
          switch (point) {
            case '<' -> safe.append("&lt;");
            case '&' -> safe.append("&amp;");
            case '@' -> safe.append("&#64;&#8203;"); // a blank without width: no mention
            case ':' -> safe.append("&#58;"); // no address, no emoji
            default -> {
              if (MARKUP.indexOf(point) >= 0) {
                safe.append('\\');
              }
              safe.appendCodePoint(point);
            }
          }
        });
    return safe.toString();
  }

  /** Returns lines of text in a block that shows them as they are. */
  static List<String> block(String text) {
    String lines = ReportText.lines(text);
    String fence = "```";
    while (lines.contains(fence)) {
      fence += "`";
    }
    return List.of(fence + "text", lines.stripTrailing(), fence);
  }
}
