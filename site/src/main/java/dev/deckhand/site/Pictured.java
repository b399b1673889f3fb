package dev.deckhand.site;

import dev.deckhand.lesson.Block;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Prose for paper and slides, where nothing folds: each picture is there once, as an image where
 * there is one, else as drawn with letters.
 */
final class Pictured {

  private Pictured() {}

  /** Returns the blocks with each picture once. */
  static List<Block> once(List<Block> blocks) {
    return each(blocks, UnaryOperator.identity());
  }

  /** Returns the blocks with each picture once, its image named within a course. */
  static List<Block> of(String course, List<Block> blocks) {
    return each(blocks, image -> course + "/" + image);
  }

  private static List<Block> each(List<Block> blocks, UnaryOperator<String> name) {
    return blocks.stream().map(block -> one(block, name)).toList();
  }

  private static Block one(Block block, UnaryOperator<String> name) {
    return switch (block) {
      case Block.Picture(var words, var image, var drawn) ->
          image.isEmpty()
              ? new Block.Picture(words, "", drawn)
              : new Block.Picture(words, name.apply(image), List.of());
      case Block.Bullets(var numbered, var items) ->
          new Block.Bullets(numbered, items.stream().map(item -> each(item, name)).toList());
      case Block.Terms(var terms) ->
          new Block.Terms(
              terms.stream()
                  .map(term -> new Block.Term(term.term(), each(term.meaning(), name)))
                  .toList());
      case Block.Admonition(var tone, var content) ->
          new Block.Admonition(tone, each(content, name));
      case Block.Quote(var content, var source) -> new Block.Quote(each(content, name), source);
      case Block.Paragraph _,
          Block.Heading _,
          Block.Run _,
          Block.Listing _,
          Block.Table _,
          Block.Rule _ ->
          block;
    };
  }
}
