package dev.deckhand.check.diagnostic;

/**
 * Where in an author's file something stands.
 *
 * @param file the file as the author would name it, for instance {@code kubernetes/04-pods.adoc}
 * @param line counted from 1; 0 where only the file is known
 */
public record SourcePosition(String file, int line) {
  public SourcePosition {
    if (line < 0) {
      throw new IllegalArgumentException("a line is counted from 1: " + line);
    }
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
