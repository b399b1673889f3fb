package dev.deckhand.site.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a command wrote, as much of it as is worth keeping. */
public final class OutputExcerpt {

  private static final int HEAD_LINES = 15;
  private static final int TAIL_LINES = 5;
  private static final int MAX_LINE_LENGTH = 300;

  private OutputExcerpt() {}

  /** Returns the first lines and the last, and how many are left out between them. */
  public static List<String> shortened(String output) {
    var lines =
        output.strip().isEmpty() ? List.<String>of() : output.stripTrailing().lines().toList();
    if (lines.size() <= HEAD_LINES + TAIL_LINES + 1) {
      return lines.stream().map(OutputExcerpt::shortLine).toList();
    }
    int left = lines.size() - HEAD_LINES - TAIL_LINES;
    var kept = new ArrayList<String>();
    Stream.of(
            lines.subList(0, HEAD_LINES),
            List.of("[... " + left + " lines left out ...]"),
            lines.subList(lines.size() - TAIL_LINES, lines.size()))
        .flatMap(List::stream)
        .map(OutputExcerpt::shortLine)
        .forEach(kept::add);
    return kept;
  }

  private static String shortLine(String line) {
    return line.codePointCount(0, line.length()) <= MAX_LINE_LENGTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_LINE_LENGTH)) + " [...]";
  }
}
