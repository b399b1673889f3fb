package dev.deckhand.lesson.adoc.source;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.StructuralNode;

/** Tells on which lines of the file a block stands. */
public final class BlockLines {

  private static final Pattern FENCE = Pattern.compile("(?:-{4,}|\\.{4,}|```.*|--)\\s*");

  private BlockLines() {}

  /** The line on which a block begins; 0 where Asciidoctor does not know. */
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

  /**
   * The line of the marks of a block that begins on a line: the nearest in square brackets above.
   */
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

  /** Whether a condition stands among the lines of a verbatim block, and shifts them. */
  public static boolean hasCondition(StructuralNode node, SourceFile file) {
    int first = contentStart(node, file);
    return IntStream.rangeClosed(first, first + contentLines(node).size())
        .mapToObj(file::line)
        .anyMatch(line -> line.matches("(?:ifn?def|ifeval|endif)::.*\\[.*"));
  }

  /** The lines of a verbatim block as they stand in the file. */
  public static List<String> contentLines(StructuralNode node) {
    return node instanceof Block block ? List.copyOf(block.getLines()) : List.of();
  }
}
