package dev.deckhand.site.asciidoc;

import dev.deckhand.lesson.Block;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Prose with its pictures made fit for where it stands: on paper and slides, where nothing folds,
 * each is there once, as an image where there is one, else as drawn with letters; where several
 * courses meet, its image is named within its course.
 */
public final class PictureRewriter {

  private PictureRewriter() {}

  /** Returns the blocks with each picture once. */
  public static List<Block> withSinglePictures(List<Block> blocks) {
    return rewriteAll(
        blocks,
        picture ->
            picture.image().isEmpty()
                ? picture
                : new Block.Picture(picture.words(), picture.image(), List.of()));
  }

  /** Returns the blocks with the images of a course, named within it. */
  public static List<Block> withCoursePaths(String course, List<Block> blocks) {
    return rewriteAll(
        blocks,
        picture ->
            picture.image().isEmpty()
                ? picture
                : new Block.Picture(
                    picture.words(), course + "/" + picture.image(), picture.drawn()));
  }

  private static List<Block> rewriteAll(List<Block> blocks, UnaryOperator<Block.Picture> change) {
    return blocks.stream().map(block -> rewrite(block, change)).toList();
  }

  private static Block rewrite(Block block, UnaryOperator<Block.Picture> change) {
    return switch (block) {
      case Block.Picture picture -> change.apply(picture);
      case Block.Bullets(var numbered, var items) ->
          new Block.Bullets(
              numbered, items.stream().map(item -> rewriteAll(item, change)).toList());
      case Block.Terms(var terms) ->
          new Block.Terms(
              terms.stream()
                  .map(term -> new Block.Term(term.term(), rewriteAll(term.meaning(), change)))
                  .toList());
      case Block.Admonition(var tone, var content) ->
          new Block.Admonition(tone, rewriteAll(content, change));
      case Block.Quote(var content, var source) ->
          new Block.Quote(rewriteAll(content, change), source);
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
