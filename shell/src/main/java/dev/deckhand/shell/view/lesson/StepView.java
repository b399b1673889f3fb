package dev.deckhand.shell.view.lesson;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Step;
import dev.deckhand.shell.view.prose.BlockRenderer;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.LineWrapper;
import dev.deckhand.shell.view.style.MarkedLineRenderer;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StatusMark;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** A step: how it begins, what helps, how it ends. Immutable. */
public final class StepView {

  private final RenderContext context;
  private final BlockRenderer blockRenderer;
  private final MarkedLineRenderer markedLineRenderer;

  public StepView(RenderContext context) {
    this.context = context;
    this.blockRenderer = new BlockRenderer(context);
    this.markedLineRenderer = new MarkedLineRenderer(context);
  }

  /** Says which step it is: {@code Step 2 of 5: Break it}, underlined. */
  public List<AttributedString> header(Step step, int total) {
    var title = context.format(TextKey.STEP_HEADER, step.number(), total, step.title());
    return underlined(title);
  }

  /** The header and the prose of a step. */
  public List<AttributedString> headerAndProse(Step step, int total) {
    return LineLayout.separated(List.of(header(step, total), blockRenderer.lines(step.prose())));
  }

  /** A line above the checklist. */
  public AttributedString goals() {
    return StyledLineBuilder.of(context.format(TextKey.STEP_GOALS), context.palette().faint());
  }

  /**
   * One hint.
   *
   * @param number counted from 1
   */
  public List<AttributedString> hint(Hint hint, int number, int total) {
    var title = context.format(TextKey.HINT, number, total);
    var content = blockRenderer.lines(hint.content(), context.textWidth() - 2);
    if (number == total) {
      return withSideBar(title, context.palette().unsure(), content);
    }
    var more = StyledLineBuilder.of(context.format(TextKey.HINT_MORE), context.palette().faint());
    return withSideBar(
        title,
        context.palette().unsure(),
        LineLayout.concatenated(content, LineWrapper.wrap(more, context.textWidth() - 2)));
  }

  /** The commands that solve the step. */
  public List<AttributedString> solution(List<String> entries) {
    return typed(context.format(TextKey.SOLUTION), entries);
  }

  /** Commands below a title. */
  List<AttributedString> typed(String heading, List<String> entries) {
    var title =
        LineWrapper.wrap(
            StyledLineBuilder.of(heading, context.palette().strong()), context.textWidth());
    return LineLayout.concatenated(
        title, blockRenderer.lines(List.of(new Block.Run(entries)), context.textWidth()));
  }

  /** Says that the step is done, and what it was about; the debrief may be empty. */
  public List<AttributedString> done(Step step, int total) {
    var word = context.format(TextKey.STEP_DONE, step.number(), total);
    var line = StyledLineBuilder.of(word, context.palette().label(context.palette().good()));
    return LineLayout.separated(
        List.of(markedLineRenderer.marked(StatusMark.GOOD, line), debrief(step)));
  }

  /** What the step was about; nothing where its author does not say. */
  public List<AttributedString> debrief(Step step) {
    return step.debrief().isEmpty()
        ? List.of()
        : withSideBar(
            context.format(TextKey.DEBRIEF),
            context.palette().good(),
            blockRenderer.lines(step.debrief(), context.textWidth() - 2));
  }

  private List<AttributedString> withSideBar(
      String title, AttributedStyle style, List<AttributedString> content) {
    var bar = StyledLineBuilder.of(context.glyphs().sideBar() + " ", style);
    var label = StyledLineBuilder.of(title, context.palette().label(style));
    return LineLayout.prefixed(bar, bar, LineLayout.concatenated(List.of(label), content));
  }

  private List<AttributedString> underlined(String title) {
    var lines =
        LineWrapper.wrap(
            StyledLineBuilder.of(title, context.palette().heading()), context.textWidth());
    int widest = lines.stream().mapToInt(AttributedString::columnLength).max().orElse(0);
    var line =
        StyledLineBuilder.of(context.glyphs().rule().repeat(widest), context.palette().rule());
    return LineLayout.concatenated(lines, List.of(line));
  }
}
