package dev.deckhand.lesson.adoc.source;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.StructuralNode;

/** Finds the lines of blocks in the file. */
public final class BlockLines {

  private static final Pattern FENCE = Pattern.compile("(?:-{4,}|\\.{4,}|```.*|--)\\s*");

  private BlockLines() {}

  /** The first line of a block; 0 if Asciidoctor doesn't know. */
  public static int startOf(StructuralNode node) {
    return node.getSourceLocation() == null ? 0 : node.getSourceLocation().getLineNumber();
  }

  /**
   * The line of the first content of a verbatim block: the one after its delimiter, if it has one.
   */
  public static int contentStart(StructuralNode node, SourceFile file) {
    int line = startOf(node);
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
  public static boolean hasCondition(StructuralNode node, SourceFile file) {
    int first = contentStart(node, file);
    return IntStream.rangeClosed(first, first + contentLines(node).size())
        .mapToObj(file::line)
        .anyMatch(line -> line.matches("(?:ifn?def|ifeval|endif)::.*\\[.*"));
  }

  /** The lines of a verbatim block as in the file. */
  public static List<String> contentLines(StructuralNode node) {
    return node instanceof Block block ? List.copyOf(block.getLines()) : List.of();
  }
}
