package dev.deckhand.shell.view;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Lines put beside, above and before one another. */
final class Lines {

  private Lines() {}

  /** Puts one thing before the first line and another before all that follow. */
  static List<AttributedString> hang(
      AttributedString first, AttributedString rest, List<AttributedString> lines) {
    var hung = new ArrayList<AttributedString>(lines.size());
    for (AttributedString line : lines) {
      var before = hung.isEmpty() ? first : rest;
      hung.add(line.length() == 0 ? bare(before) : new Ink().put(before).put(line).done());
    }
    return hung;
  }

  /** Puts something before the first line, and as many blank columns before all that follow. */
  static List<AttributedString> hang(AttributedString first, List<AttributedString> lines) {
    return hang(first, blank(first.columnLength()), lines);
  }

  /** Moves lines to the right. */
  static List<AttributedString> indent(int columns, List<AttributedString> lines) {
    return hang(blank(columns), lines);
  }

  /** Puts parts under one another, with an empty line between any two that are not empty. */
  static List<AttributedString> apart(List<List<AttributedString>> parts) {
    var lines = new ArrayList<AttributedString>();
    for (var part : parts) {
      if (!part.isEmpty() && !lines.isEmpty()) {
        lines.add(AttributedString.EMPTY);
      }
      lines.addAll(part);
    }
    return lines;
  }

  /** Puts parts under one another. */
  @SafeVarargs
  static List<AttributedString> joined(List<AttributedString>... parts) {
    var lines = new ArrayList<AttributedString>();
    for (var part : parts) {
      lines.addAll(part);
    }
    return lines;
  }

  /** Keeps the first lines; where more there were, the last of them says so. */
  static List<AttributedString> atMost(
      int count, int width, String ellipsis, List<AttributedString> lines) {
    if (lines.size() <= count) {
      return lines;
    }
    var kept = new ArrayList<>(lines.subList(0, count));
    var last = kept.removeLast();
    kept.add(new Ink().put(cut(last, width - ellipsis.length(), "")).put(ellipsis).done());
    return kept;
  }

  /** Cuts a line to a width, with an ellipsis where something is lost. */
  static AttributedString cut(AttributedString line, int width, String ellipsis) {
    if (line.columnLength() <= width) {
      return line;
    }
    int end = Wrap.fitting(line, 0, line.length(), Math.max(1, width - ellipsis.length()));
    return new Ink().put(line.subSequence(0, end)).put(ellipsis).done();
  }

  static AttributedString blank(int columns) {
    return Ink.of(" ".repeat(Math.max(0, columns)));
  }

  private static AttributedString bare(AttributedString before) {
    int end = before.length();
    while (end > 0 && before.charAt(end - 1) == ' ') {
      end--;
    }
    return before.subSequence(0, end);
  }
}
