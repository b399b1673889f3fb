package dev.deckhand.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a command wrote, as much of it as is worth keeping. */
final class Output {

  private static final int FIRST = 15;
  private static final int LAST = 5;
  private static final int COLUMNS = 300;

  private Output() {}

  /** Returns the first lines and the last, and how many are left out between them. */
  static List<String> shortened(String output) {
    var lines =
        output.strip().isEmpty() ? List.<String>of() : output.stripTrailing().lines().toList();
    if (lines.size() <= FIRST + LAST + 1) {
      return lines.stream().map(Output::shortLine).toList();
    }
    int left = lines.size() - FIRST - LAST;
    var kept = new ArrayList<String>();
    Stream.of(
            lines.subList(0, FIRST),
            List.of("[... " + left + " lines left out ...]"),
            lines.subList(lines.size() - LAST, lines.size()))
        .flatMap(List::stream)
        .map(Output::shortLine)
        .forEach(kept::add);
    return kept;
  }

  private static String shortLine(String line) {
    return line.codePointCount(0, line.length()) <= COLUMNS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, COLUMNS)) + " [...]";
  }
}
