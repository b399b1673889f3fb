package dev.deckhand.lesson.adoc.source;

import dev.deckhand.lesson.adoc.document.BlockNode;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the lines of blocks in the file. */
public final class BlockLines {

  private static final Pattern FENCE = Pattern.compile("(?:-{4,}|\\.{4,}|```.*|--)\\s*");

  private BlockLines() {}

  /**
   * The line of the first content of a verbatim block: the one after its delimiter, if it has one.
   */
  public static int contentStart(BlockNode node, SourceFile file) {
    int line = node.line();
    String there = file.line(line);
    return FENCE.matcher(there).matches() ? line + 1 : line;
  }

  /** The line of a block's attributes: the nearest line in square brackets above its first line. */
  static int attributeLine(int begin, SourceFile file) {
    for (int line = begin; line > 0; line--) {
      String there = file.line(line);
      if (there.startsWith("[") && there.endsWith("]")) {
        return line;
      }
      boolean title = there.startsWith(".") && there.length() > 1 && there.charAt(1) != '.';
      boolean between = title || there.isBlank() || there.startsWith("//");
      if (line < begin && !between) {
        return begin;
      }
    }
    return begin;
  }

  /** Whether a verbatim block contains a conditional directive, which shifts lines. */
  public static boolean hasCondition(BlockNode node, SourceFile file) {
    int first = contentStart(node, file);
    return IntStream.rangeClosed(first, first + node.lines().size())
        .mapToObj(file::line)
        .anyMatch(line -> line.matches("(?:ifn?def|ifeval|endif)::.*\\[.*"));
  }
}
