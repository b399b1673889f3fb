package dev.deckhand.lesson.adoc.prose;

import dev.deckhand.check.diagnostic.SpellingSuggester;
import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import dev.deckhand.lesson.lint.Remedies;
import java.util.List;
import java.util.Optional;

/** Reads the roles of blocks, and finds misspelled and misplaced ones. */
public final class BlockRoleReader {

  private final DiagnosticCollector diagnostics;

  public BlockRoleReader(DiagnosticCollector diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The role of a block at the top level of a step; empty for prose. */
  public Optional<BlockRole> roleOf(BlockNode node) {
    List<BlockRole> known =
        node.roles().stream().flatMap(word -> BlockRole.of(word).stream()).toList();
    checkUnknown(node);
    if (known.size() > 1) {
      diagnostics.error(
          node,
          "A block is marked both "
              + known.get(0).keyword()
              + " and "
              + known.get(1).keyword()
              + ".",
          "Keep one of the two.");
    }
    if (known.isEmpty() || !fits(known.getFirst(), node)) {
      return Optional.empty();
    }
    return Optional.of(known.getFirst());
  }

  /** Finds roles on a nested block, where they have no effect. */
  void checkNested(BlockNode node) {
    checkUnknown(node);
    node.roles().stream()
        .flatMap(word -> BlockRole.of(word).stream())
        .filter(blockRole -> !blockRole.isProse())
        .forEach(blockRole ->
            diagnostics.error(
                node,
                "A block marked "
                    + blockRole.keyword()
                    + " stands inside another block, or before the"
                    + " first step.",
                "Put it at the top level of a step."));
  }

  /** Finds roles on a heading inside a step, where they have no effect. */
  public void checkHeading(BlockNode node) {
    node.roles()
        .forEach(word ->
            diagnostics.error(
                node,
                "A heading inside a step cannot be marked \"" + word + "\".",
                "Mark a block, or the step itself."));
  }

  /** Finds roles written in place of AsciiDoc's style or language. */
  private void checkMisplaced(BlockNode node) {
    String style = node.style() == null ? "" : node.style();
    String language = node.attribute("language");
    if (BlockRole.of(style).isPresent()) {
      String meant = BlockRole.of(style).filter(BlockRole::isListing).isPresent() ? "source." : ".";
      diagnostics.error(
          node,
          "The mark \"" + style + "\" has no dot before it.",
          "Write [" + meant + style + "].");
    } else if (SpellingSuggester.suggest(style, List.of("source")).isPresent()
        && !style.equals("source")) {
      diagnostics.error(
          node, "Nobody knows the style \"" + style + "\".", "Did you mean \"source\"?");
    }
    if (style.equals("source") && BlockRole.of(language).filter(BlockRole::isListing).isPresent()) {
      diagnostics.error(
          node,
          "The mark \"" + language + "\" stands where the language belongs.",
          "Write a dot for the comma: [source." + language + "].");
    }
  }

  private boolean fits(BlockRole blockRole, BlockNode node) {
    boolean listing = node.context().equals("listing") || node.context().equals("literal");
    if (blockRole.isListing() && !listing) {
      diagnostics.error(
          node,
          "Only a listing can be marked " + blockRole.keyword() + ".",
          "Write [source." + blockRole.keyword() + "] above a block between ---- lines.");
      return false;
    }
    if ((blockRole == BlockRole.DIAGRAM || blockRole == BlockRole.DRAWN) && !listing) {
      diagnostics.error(
          node,
          "Only a literal block can be marked " + blockRole.keyword() + ".",
          "Write [." + blockRole.keyword() + "] above a block between .... lines.");
      return false;
    }
    return true;
  }

  private void checkUnknown(BlockNode node) {
    checkMisplaced(node);
    boolean source = "source".equals(node.style());
    node.roles().stream()
        .filter(word -> BlockRole.of(word).isEmpty())
        .filter(word -> source || SpellingSuggester.suggest(word, BlockRole.keywords()).isPresent())
        .forEach(word ->
            diagnostics.error(
                node,
                "Nobody knows the mark \"" + word + "\".",
                Remedies.suggest(word, BlockRole.keywords())));
  }
}
