package dev.deckhand.lesson.adoc.prose;

import dev.deckhand.lesson.adoc.document.BlockNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognizes diagram blocks, and the ASCII art that belongs to them. */
final class DiagramBlocks {

  static final String PLANTUML = "plantuml";

  /** Styles of verbatim blocks that aren't diagrams. */
  private static final Set<String> VERBATIM_STYLES = Set.of("literal", "listing", "source");

  private DiagramBlocks() {}

  /** The language of a diagram; empty for ASCII art. */
  static Optional<String> language(BlockNode node) {
    return Optional.ofNullable(node.style())
        .filter(style -> !style.isEmpty() && !style.equals(node.context()))
        .filter(style -> !VERBATIM_STYLES.contains(style));
  }

  /** The block of ASCII art that follows a diagram. */
  static Optional<BlockNode> asciiArtBelow(BlockNode node) {
    return sibling(node, 1).filter(next -> next.hasRole(BlockRole.DRAWN.keyword()));
  }

  /** Whether a block of ASCII art follows a diagram. */
  static boolean followsDiagram(BlockNode node) {
    return sibling(node, -1)
        .filter(above -> above.hasRole(BlockRole.DIAGRAM.keyword()) && language(above).isPresent())
        .isPresent();
  }

  private static Optional<BlockNode> sibling(BlockNode node, int distance) {
    BlockNode parent = node.parent();
    if (parent == null) {
      return Optional.empty();
    }
    List<BlockNode> all = parent.blocks();
    int at = all.indexOf(node) + distance;
    return at < 0 || at >= all.size() ? Optional.empty() : Optional.of(all.get(at));
  }
}
