package dev.deckhand.lab.observe.cluster;

import java.util.List;

/** Turns what a server says into a sentence for a learner. */
final class Sentence {
  private static final int MAX_LENGTH = 200;

  private Sentence() {}

  /** One line, not too long, with a full stop. */
  static String of(String said) {
    String line = said.strip().replaceAll("\\s+", " ");
    if (line.length() > MAX_LENGTH) {
      return line.substring(0, MAX_LENGTH).strip() + "…";
    }
    return line.isEmpty() || line.endsWith(".") ? line : line + ".";
  }

  /** The last line that is not empty, or an empty string. */
  static String lastLine(String log) {
    List<String> lines = log.lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty() ? "" : lines.getLast().strip();
  }
}
