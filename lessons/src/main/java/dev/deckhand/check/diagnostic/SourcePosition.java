package dev.deckhand.check.diagnostic;

/**
 * A position in an author's file.
 *
 * @param file the path for messages, for instance {@code kubernetes/04-pods.adoc}
 * @param line counted from 1; 0 if only the file is known
 */
public record SourcePosition(String file, int line) {
  public SourcePosition {
    if (line < 0) {
      throw new IllegalArgumentException("a line must be 0 or more: " + line);
    }
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
