package dev.deckhand.site.document;

import dev.deckhand.check.Check;
import dev.deckhand.check.Question;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Step;
import dev.deckhand.site.asciidoc.AsciidocBlockWriter;
import dev.deckhand.site.asciidoc.AsciidocEscaper;
import dev.deckhand.site.asciidoc.PictureRewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The slides of one step: why, what to expect, what to type, what to look at, questions, and why it
 * works.
 *
 * @param minutes estimated time for the step; 0 if unknown
 */
record StepSlides(Step step, int minutes) {

  /** The most lines of a literal block on a slide, at {@link #MAX_COLUMNS}. */
  private static final int MAX_ROWS = 14;

  private static final int MAX_COLUMNS = 74;

  /** Drawings use a smaller font. */
  private static final int MAX_DRAWING_ROWS = 19;

  private static final int MAX_ITEMS = 4;

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.addAll(
        Slides.slide("step", title(), introduction(), new TeacherNotes(step, minutes).lines()));
    prediction().ifPresent(said -> lines.addAll(textSlide("predict", "What do you expect?", said)));
    step.prose().forEach(block -> lines.addAll(blockSlides(block)));
    lines.addAll(checklist());
    step.quizzes().forEach(quiz -> lines.addAll(quiz(quiz)));
    lines.addAll(debrief());
    return lines;
  }

  private List<String> debrief() {
    var lines = new ArrayList<String>();
    SlideExcerpt.of(step.debrief())
        .ifPresent(brief ->
            lines.addAll(
                Slides.slide(
                    "debrief",
                    "Looking back",
                    List.of(AsciidocBlockWriter.inline(brief), ""),
                    AsciidocBlockWriter.lines(
                        PictureRewriter.withSinglePictures(step.debrief())))));
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
    return step.number() + ". " + AsciidocEscaper.inline(step.title());
  }

  private List<String> introduction() {
    List<Block> told = step.prose().stream().filter(block -> !isPrediction(block)).toList();
    return SlideExcerpt.of(told)
        .map(brief -> List.of(AsciidocBlockWriter.inline(brief), ""))
        .orElse(List.of());
  }

  private Optional<List<Inline>> prediction() {
    return SlideExcerpt.of(step.prose().stream().filter(StepSlides::isPrediction).toList());
  }

  private static boolean isPrediction(Block block) {
    return block instanceof Block.Paragraph(var content)
        && Inline.plainText(content).startsWith("Predict");
  }

  private static List<String> textSlide(String role, String title, List<Inline> text) {
    return Slides.slide(role, title, List.of(AsciidocBlockWriter.inline(text), ""), List.of());
  }

  private List<String> blockSlides(Block block) {
    return switch (block) {
      case Block.Run(var commands) ->
          literalSlides("command", "Try it", AsciidocBlockWriter.withPrompts(commands));
      case Block.Listing(var title, var _, var source) ->
          literalSlides(
              "listing", title.isEmpty() ? "As it stands" : AsciidocEscaper.inline(title), source);
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
      return literalSlides(
          "drawing", title, picture.drawn().isEmpty() ? List.of(picture.words()) : picture.drawn());
    }
    return Slides.slide(
        "picture",
        title,
        List.of(
            "image::" + picture.image() + "[\"" + AsciidocEscaper.inline(picture.words()) + "\"]",
            ""),
        List.of(AsciidocEscaper.line(picture.words()), ""));
  }

  /** Splits lines over as many slides as needed; a line that wraps counts as several. */
  private static List<String> literalSlides(String role, String title, List<String> text) {
    int most = role.equals("drawing") ? MAX_DRAWING_ROWS : MAX_ROWS;
    var lines = new ArrayList<String>();
    var part = new ArrayList<String>();
    int rows = 0;
    for (String line : text) {
      int needed = Math.max(1, Math.ceilDiv(line.length(), MAX_COLUMNS));
      if (rows + needed > most && !part.isEmpty()) {
        lines.addAll(literalSlide(role, title, part));
        part.clear();
        rows = 0;
      }
      part.add(line);
      rows += needed;
    }
    lines.addAll(literalSlide(role, title, part));
    return lines;
  }

  private static List<String> literalSlide(String role, String title, List<String> text) {
    var lines = new ArrayList<>(AsciidocEscaper.literalBlock(role, text));
    lines.add("");
    return Slides.slide("typed", title, lines, List.of());
  }

  private List<String> checklist() {
    List<String> titles =
        Stream.concat(
                step.checks().stream().filter(check -> !check.hidden()).map(Check::title),
                step.questions().stream().map(Question::title))
            .toList();
    var lines = new ArrayList<String>();
    for (int from = 0; from < titles.size(); from += MAX_ITEMS) {
      var items = new ArrayList<String>();
      titles.subList(from, Math.min(from + MAX_ITEMS, titles.size())).stream()
          .map(title -> "* " + AsciidocEscaper.line(title))
          .forEach(items::add);
      items.add("");
      lines.addAll(Slides.slide("look", "What to look at", items, List.of()));
    }
    return lines;
  }

  private static List<String> quiz(Quiz quiz) {
    var lines =
        new ArrayList<>(
            List.of("[.question]", AsciidocEscaper.line(quiz.title()), "", "[loweralpha]"));
    quiz.choices()
        .forEach(choice ->
            lines.add(". " + AsciidocBlockWriter.inline(SlideExcerpt.ofText(choice.content()))));
    lines.add("");
    return Slides.slide("quiz", "Question", lines, TeacherNotes.answers(quiz));
  }
}
