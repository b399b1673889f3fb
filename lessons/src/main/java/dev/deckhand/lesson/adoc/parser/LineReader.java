package dev.deckhand.lesson.adoc.parser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads lines, which can be put back, and counts them. */
final class LineReader {

  static final String CONTINUATION = "+";

  private final Deque<String> lines;
  private int number;
  private int mark;

  /**
   * @param first the number of the first line
   */
  LineReader(Collection<String> lines, int first) {
    this.lines = new ArrayDeque<>(lines);
    this.number = first;
    this.mark = first;
  }

  boolean hasMoreLines() {
    return !lines.isEmpty();
  }

  @Nullable String peek() {
    return lines.peekFirst();
  }

  /** The line after the next one. */
  @Nullable String peekSecond() {
    return lines.stream().skip(1).findFirst().orElse(null);
  }

  @Nullable String read() {
    String line = lines.pollFirst();
    if (line != null) {
      number++;
    }
    return line;
  }

  void unread(String line) {
    lines.addFirst(line);
    number--;
  }

  void unreadAll(List<String> several) {
    several.reversed().forEach(this::unread);
  }

  /** Skips empty lines; the number of them, or -1 at the end. */
  int skipBlankLines() {
    int skipped = 0;
    for (String next = peek(); next != null; next = peek()) {
      if (!next.isEmpty()) {
        return skipped;
      }
      read();
      skipped++;
    }
    return -1;
  }

  /** Reads comments of one line each. */
  List<String> skipComments() {
    var comments = new ArrayList<String>();
    for (String next = peek(); next != null && next.startsWith("//"); next = peek()) {
      comments.add(next);
      read();
    }
    return comments;
  }

  /** Remembers the number of the next line. */
  void mark() {
    mark = number;
  }

  int marked() {
    return mark;
  }

  int number() {
    return number;
  }

  /** Reads the lines of a delimited block, and its end. */
  List<String> readUntil(String terminator, boolean skipComments) {
    var result = new ArrayList<String>();
    for (String line = read(); line != null; line = read()) {
      if (line.equals(terminator)) {
        return result;
      }
      if (!skipComments || !isComment(line)) {
        result.add(line);
      }
    }
    throw new UnsupportedMarkupException("a block without an end");
  }

  /** Reads until an empty line, a continuation or another end. */
  List<String> readParagraph(boolean keepLast, boolean skipComments, Predicate<String> isEnd) {
    var result = new ArrayList<String>();
    boolean keep = keepLast;
    boolean any = false;
    for (String line = read(); line != null; line = read()) {
      boolean continuation = any && line.equals(CONTINUATION);
      keep |= continuation;
      if (line.isEmpty() || continuation || isEnd.test(line)) {
        if (keep) {
          unread(line);
        }
        break;
      }
      if (!skipComments || !isComment(line)) {
        result.add(line);
        any = true;
      }
    }
    return result;
  }

  static boolean isComment(String line) {
    return line.startsWith("//") && !line.startsWith("///");
  }
}
