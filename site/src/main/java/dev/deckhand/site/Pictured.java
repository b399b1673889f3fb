package dev.deckhand.site;

import dev.deckhand.lesson.Block;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Prose with its pictures made fit for where it stands: on paper and slides, where nothing folds,
 * each is there once, as an image where there is one, else as drawn with letters; where several
 * courses meet, its image is named within its course.
 */
final class Pictured {

  private Pictured() {}

  /** Returns the blocks with each picture once. */
  static List<Block> once(List<Block> blocks) {
    return each(
        blocks,
        picture ->
            picture.image().isEmpty()
                ? picture
                : new Block.Picture(picture.words(), picture.image(), List.of()));
  }

  /** Returns the blocks with the images of a course, named within it. */
  static List<Block> of(String course, List<Block> blocks) {
    return each(
        blocks,
        picture ->
            picture.image().isEmpty()
                ? picture
                : new Block.Picture(
                    picture.words(), course + "/" + picture.image(), picture.drawn()));
  }

  private static List<Block> each(List<Block> blocks, UnaryOperator<Block.Picture> change) {
    return blocks.stream().map(block -> one(block, change)).toList();
  }

  private static Block one(Block block, UnaryOperator<Block.Picture> change) {
    return switch (block) {
      case Block.Picture picture -> change.apply(picture);
      case Block.Bullets(var numbered, var items) ->
          new Block.Bullets(numbered, items.stream().map(item -> each(item, change)).toList());
      case Block.Terms(var terms) ->
          new Block.Terms(
              terms.stream()
                  .map(term -> new Block.Term(term.term(), each(term.meaning(), change)))
                  .toList());
      case Block.Admonition(var tone, var content) ->
          new Block.Admonition(tone, each(content, change));
      case Block.Quote(var content, var source) -> new Block.Quote(each(content, change), source);
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
