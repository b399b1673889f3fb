package dev.deckhand.site;

import dev.deckhand.check.Check;
import dev.deckhand.check.Question;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The slides of one step: why, what to expect, what to type, what to look at, questions, and why it
 * works.
 *
 * @param minutes what the step takes, about; 0 where nobody says
 */
record StepSlides(Step step, int minutes) {

  /** More lines than that of what is typed or listed fit no slide, at {@link #COLUMNS}. */
  private static final int ROWS = 14;

  private static final int COLUMNS = 74;

  /** Drawings have smaller letters. */
  private static final int DRAWN_ROWS = 19;

  private static final int ITEMS = 4;

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.addAll(Slides.slide("step", title(), why(), new TeacherNotes(step, minutes).whileAtIt()));
    prediction().ifPresent(said -> lines.addAll(simple("predict", "What do you expect?", said)));
    step.prose().forEach(block -> lines.addAll(shown(block)));
    lines.addAll(lookAt());
    step.quizzes().forEach(quiz -> lines.addAll(quiz(quiz)));
    lines.addAll(debrief());
    return lines;
  }

  private List<String> debrief() {
    var lines = new ArrayList<String>();
    Brief.of(step.debrief())
        .ifPresent(brief ->
            lines.addAll(
                Slides.slide(
                    "debrief",
                    "Looking back",
                    List.of(Blocks.inline(brief), ""),
                    Blocks.lines(Pictured.once(step.debrief())))));
    lines.addAll(pictures(title(), step.debrief()));
    return lines;
  }

  /** A slide for each picture. */
  static List<String> pictures(String title, List<Block> blocks) {
    var lines = new ArrayList<String>();
    for (Block block : blocks) {
      if (block instanceof Block.Picture picture) {
        lines.addAll(picture(title, picture));
      }
    }
    return lines;
  }

  private String title() {
    return step.number() + ". " + Escape.words(step.title());
  }

  private List<String> why() {
    List<Block> told = step.prose().stream().filter(block -> !isPrediction(block)).toList();
    return Brief.of(told).map(brief -> List.of(Blocks.inline(brief), "")).orElse(List.of());
  }

  private Optional<List<Inline>> prediction() {
    return Brief.of(step.prose().stream().filter(StepSlides::isPrediction).toList());
  }

  private static boolean isPrediction(Block block) {
    return block instanceof Block.Paragraph(var content)
        && Inline.plain(content).startsWith("Predict");
  }

  private static List<String> simple(String role, String title, List<Inline> text) {
    return Slides.slide(role, title, List.of(Blocks.inline(text), ""), List.of());
  }

  private List<String> shown(Block block) {
    return switch (block) {
      case Block.Run(var commands) -> typed("command", "Try it", Blocks.prompted(commands));
      case Block.Listing(var title, var _, var source) ->
          typed("listing", title.isEmpty() ? "As it stands" : Escape.words(title), source);
      case Block.Picture picture -> picture(title(), picture);
      case Block.Paragraph _,
          Block.Heading _,
          Block.Bullets _,
          Block.Terms _,
          Block.Table _,
          Block.Admonition _,
          Block.Quote _,
          Block.Rule _ ->
          List.of();
    };
  }

  private static List<String> picture(String title, Block.Picture picture) {
    if (picture.image().isEmpty()) {
      return typed(
          "drawing", title, picture.drawn().isEmpty() ? List.of(picture.words()) : picture.drawn());
    }
    return Slides.slide(
        "picture",
        title,
        List.of("image::" + picture.image() + "[\"" + Escape.words(picture.words()) + "\"]", ""),
        List.of(Escape.line(picture.words()), ""));
  }

  /** As many slides as it takes; a line that is wider than a slide counts as often as it wraps. */
  private static List<String> typed(String role, String title, List<String> text) {
    int most = role.equals("drawing") ? DRAWN_ROWS : ROWS;
    var lines = new ArrayList<String>();
    var part = new ArrayList<String>();
    int rows = 0;
    for (String line : text) {
      int needed = Math.max(1, Math.ceilDiv(line.length(), COLUMNS));
      if (rows + needed > most && !part.isEmpty()) {
        lines.addAll(literal(role, title, part));
        part.clear();
        rows = 0;
      }
      part.add(line);
      rows += needed;
    }
    lines.addAll(literal(role, title, part));
    return lines;
  }

  private static List<String> literal(String role, String title, List<String> text) {
    var lines = new ArrayList<>(Escape.literal(role, text));
    lines.add("");
    return Slides.slide("typed", title, lines, List.of());
  }

  private List<String> lookAt() {
    List<String> titles =
        Stream.concat(
                step.checks().stream().filter(check -> !check.hidden()).map(Check::title),
                step.questions().stream().map(Question::title))
            .toList();
    var lines = new ArrayList<String>();
    for (int from = 0; from < titles.size(); from += ITEMS) {
      var items = new ArrayList<String>();
      titles.subList(from, Math.min(from + ITEMS, titles.size())).stream()
          .map(title -> "* " + Escape.line(title))
          .forEach(items::add);
      items.add("");
      lines.addAll(Slides.slide("look", "What to look at", items, List.of()));
    }
    return lines;
  }

  private static List<String> quiz(Quiz quiz) {
    var lines =
        new ArrayList<>(List.of("[.question]", Escape.line(quiz.title()), "", "[loweralpha]"));
    quiz.choices()
        .forEach(choice -> lines.add(". " + Blocks.inline(Brief.ofText(choice.content()))));
    lines.add("");
    return Slides.slide("quiz", "Question", lines, TeacherNotes.answers(quiz));
  }
}
