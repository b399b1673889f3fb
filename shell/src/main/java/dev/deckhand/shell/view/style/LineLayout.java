package dev.deckhand.shell.view.style;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Arranges lines. */
public final class LineLayout {

  private LineLayout() {}

  /** Prefixes the first line with one text, and all others with another. */
  public static List<AttributedString> prefixed(
      AttributedString first, AttributedString rest, List<AttributedString> lines) {
    var hung = new ArrayList<AttributedString>(lines.size());
    for (AttributedString line : lines) {
      var before = hung.isEmpty() ? first : rest;
      hung.add(
          line.length() == 0
              ? withoutTrailingSpaces(before)
              : new StyledLineBuilder().append(before).append(line).build());
    }
    return hung;
  }

  /** Prefixes the first line, and indents all others by the width of the prefix. */
  public static List<AttributedString> prefixed(
      AttributedString first, List<AttributedString> lines) {
    return prefixed(first, blank(first.columnLength()), lines);
  }

  /** Indents lines. */
  public static List<AttributedString> indent(int columns, List<AttributedString> lines) {
    return prefixed(blank(columns), lines);
  }

  /** Joins parts, with an empty line between non-empty parts. */
  public static List<AttributedString> separated(List<List<AttributedString>> parts) {
    var lines = new ArrayList<AttributedString>();
    for (var part : parts) {
      if (!part.isEmpty() && !lines.isEmpty()) {
        lines.add(AttributedString.EMPTY);
      }
      lines.addAll(part);
    }
    return lines;
  }

  /** Joins parts. */
  @SafeVarargs
  public static List<AttributedString> concatenated(List<AttributedString>... parts) {
    var lines = new ArrayList<AttributedString>();
    for (var part : parts) {
      lines.addAll(part);
    }
    return lines;
  }

  /** Keeps the first lines; if lines were dropped, the last one kept ends with an ellipsis. */
  public static List<AttributedString> limited(
      int count, int width, String ellipsis, List<AttributedString> lines) {
    if (lines.size() <= count) {
      return lines;
    }
    var kept = new ArrayList<>(lines.subList(0, count));
    var last = kept.removeLast();
    kept.add(
        new StyledLineBuilder()
            .append(truncate(last, width - ellipsis.length(), ""))
            .append(ellipsis)
            .build());
    return kept;
  }

  /** Cuts a line to a width; an ellipsis marks the cut unless it would fill the whole width. */
  public static AttributedString truncate(AttributedString line, int width, String ellipsis) {
    if (line.columnLength() <= width) {
      return line;
    }
    String mark = width > ellipsis.length() ? ellipsis : "";
    int end = LineWrapper.fittingEnd(line, 0, line.length(), Math.max(1, width - mark.length()));
    return new StyledLineBuilder().append(line.subSequence(0, end)).append(mark).build();
  }

  public static AttributedString blank(int columns) {
    return StyledLineBuilder.of(" ".repeat(Math.max(0, columns)));
  }

  private static AttributedString withoutTrailingSpaces(AttributedString before) {
    int end = before.length();
    while (end > 0 && before.charAt(end - 1) == ' ') {
      end--;
    }
    return before.subSequence(0, end);
  }
}
