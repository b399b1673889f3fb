package dev.deckhand.shell.view.style;

import java.util.List;
import org.jline.utils.AttributedString;

/** Sentences to the learner that are not part of a lesson. Immutable. */
public final class NoticeView {

  private final RenderContext context;
  private final MarkedLineRenderer markedLineRenderer;

  public NoticeView(RenderContext context) {
    this.context = context;
    this.markedLineRenderer = new MarkedLineRenderer(context);
  }

  /**
   * Says what went wrong and what to do.
   *
   * @param next empty where there is nothing to do
   */
  public List<AttributedString> error(String what, String next) {
    var said = markedLineRenderer.marked(StatusMark.BAD, StyledLineBuilder.of(what));
    if (next.isEmpty()) {
      return said;
    }
    int hang = context.theme().mark(StatusMark.BAD).columnLength() + 1;
    return LineLayout.concatenated(
        said,
        LineLayout.indent(hang, markedLineRenderer.nextAction(next, context.textWidth() - hang)));
  }

  /** A side note. */
  public List<AttributedString> sideNote(String text) {
    return sideNote(text, context.textWidth());
  }

  /** A side note, within a width in columns. */
  public List<AttributedString> sideNote(String text, int width) {
    return LineWrapper.wrap(StyledLineBuilder.of(text, context.palette().faint()), width);
  }

  /** Prints a plain line. */
  public List<AttributedString> text(String text) {
    return LineWrapper.wrap(StyledLineBuilder.of(text), context.textWidth());
  }
}
