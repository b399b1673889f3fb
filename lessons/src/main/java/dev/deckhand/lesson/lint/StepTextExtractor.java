package dev.deckhand.lesson.lint;

import dev.deckhand.check.Check;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.Step;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a step tells a learner before it is done, as one text in lower case. */
final class StepTextExtractor {

  private StepTextExtractor() {}

  static String shownBeforeDone(Step step) {
    Stream<String> titles =
        Stream.concat(
            Stream.of(step.title()),
            step.checks().stream().filter(check -> !check.hidden()).map(Check::title));
    Stream<Block> blocks =
        Stream.concat(
            step.prose().stream(), step.hints().stream().map(Hint::content).flatMap(List::stream));
    return Stream.concat(titles, blocks.map(StepTextExtractor::text))
        .collect(Collectors.joining("\n"))
        .toLowerCase(Locale.ROOT);
  }

  /** What it tells afterwards, in lower case. */
  static String shownAfterDone(Step step) {
    return texts(step.debrief()).toLowerCase(Locale.ROOT);
  }

  private static String texts(List<Block> blocks) {
    return blocks.stream().map(StepTextExtractor::text).collect(Collectors.joining("\n"));
  }

  private static String text(Block block) {
    return switch (block) {
      case Block.Paragraph(var content) -> Inline.plainText(content);
      case Block.Heading(_, var content) -> Inline.plainText(content);
      case Block.Run(var commands) -> String.join("\n", commands);
      case Block.Listing(var title, _, var lines) -> title + "\n" + String.join("\n", lines);
      case Block.Bullets(_, var items) ->
          items.stream().map(StepTextExtractor::texts).collect(Collectors.joining("\n"));
      case Block.Terms(var terms) ->
          terms.stream()
              .map(term -> Inline.plainText(term.term()) + "\n" + texts(term.meaning()))
              .collect(Collectors.joining("\n"));
      case Block.Table(var title, var header, var rows) ->
          title
              + "\n"
              + cells(header)
              + "\n"
              + rows.stream().map(StepTextExtractor::cells).collect(Collectors.joining("\n"));
      case Block.Admonition(_, var content) -> texts(content);
      case Block.Quote(var content, var source) -> texts(content) + "\n" + source;
      case Block.Picture(var words, _, var drawn) -> words + "\n" + String.join("\n", drawn);
      case Block.Rule() -> "";
    };
  }

  private static String cells(List<List<Inline>> cells) {
    return cells.stream().map(Inline::plainText).collect(Collectors.joining("\n"));
  }
}
