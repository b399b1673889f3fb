package dev.deckhand.lesson.adoc.source;

import java.util.List;

/**
 * An author's file, as text.
 *
 * @param name the file as its author would name it, {@code course/file.adoc}
 * @param lines without line ends
 */
public record SourceFile(String name, List<String> lines) {
  public SourceFile {
    lines = List.copyOf(lines);
  }

  public String text() {
    return String.join("\n", lines) + "\n";
  }

  /** The line with this number, counted from 1; empty beyond the end. */
  public String line(int number) {
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }
}
