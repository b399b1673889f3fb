package dev.deckhand.lesson.adoc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asciidoctor.ast.StructuralNode;

/** Which blocks are diagrams in words, and which letters belong to them. */
final class Diagrams {

  static final String PLANTUML = "plantuml";

  /** Styles of blocks whose text is shown as it stands. */
  private static final Set<String> LETTERS = Set.of("literal", "listing", "source");

  private Diagrams() {}

  /** The language that a diagram is written in; empty for one that is drawn with letters. */
  static Optional<String> style(StructuralNode node) {
    return Optional.ofNullable(node.getStyle())
        .filter(style -> !style.isEmpty() && !style.equals(node.getContext()))
        .filter(style -> !LETTERS.contains(style));
  }

  /** The block of letters that follows a diagram. */
  static Optional<StructuralNode> letters(StructuralNode node) {
    return beside(node, 1).filter(next -> next.hasRole(Role.DRAWN.word()));
  }

  /** Whether a block of letters stands below a diagram in words. */
  static boolean followsDiagram(StructuralNode node) {
    return beside(node, -1)
        .filter(above -> above.hasRole(Role.DIAGRAM.word()) && style(above).isPresent())
        .isPresent();
  }

  private static Optional<StructuralNode> beside(StructuralNode node, int distance) {
    if (!(node.getParent() instanceof StructuralNode parent)) {
      return Optional.empty();
    }
    List<StructuralNode> all = parent.getBlocks();
    int at = all.indexOf(node) + distance;
    return at < 0 || at >= all.size() ? Optional.empty() : Optional.of(all.get(at));
  }
}
