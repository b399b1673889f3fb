package dev.deckhand.site.web;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders prose as plain text, for the search. */
final class PlainTextRenderer {

  private PlainTextRenderer() {}

  static String of(List<Block> blocks) {
    return blocks.stream()
        .flatMap(PlainTextRenderer::pieces)
        .filter(piece -> !piece.isBlank())
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> pieces(Block block) {
    return switch (block) {
      case Block.Paragraph(var content) -> Stream.of(Inline.plainText(content));
      case Block.Heading(var _, var content) -> Stream.of(Inline.plainText(content));
      case Block.Run(var commands) -> commands.stream();
      case Block.Listing(var title, var _, var lines) ->
          Stream.concat(Stream.of(title), lines.stream());
      case Block.Bullets(var _, var items) -> items.stream().map(PlainTextRenderer::of);
      case Block.Terms(var terms) ->
          terms.stream().flatMap(one -> Stream.of(Inline.plainText(one.term()), of(one.meaning())));
      case Block.Table(var title, var header, var rows) ->
          Stream.concat(
              Stream.of(title),
              Stream.concat(Stream.of(header), rows.stream())
                  .flatMap(List::stream)
                  .map(Inline::plainText));
      case Block.Admonition(var _, var content) -> Stream.of(of(content));
      case Block.Quote(var content, var source) -> Stream.of(of(content), source);
      case Block.Picture(var words, var _, var _) -> Stream.of(words);
      case Block.Rule() -> Stream.empty();
    };
  }
}
