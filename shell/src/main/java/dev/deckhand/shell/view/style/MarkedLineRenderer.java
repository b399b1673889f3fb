package dev.deckhand.shell.view.style;

import java.util.List;
import org.jline.utils.AttributedString;

/** A mark, the word that says the same, and what they are about. */
public final class MarkedLineRenderer {

  private final RenderContext context;

  public MarkedLineRenderer(RenderContext context) {
    this.context = context;
  }

  /** How far mark and word reach. */
  public int labelWidth(StatusMark statusMark, String word) {
    return markAndWord(statusMark, word).build().columnLength();
  }

  /**
   * A line that starts with mark and word; where there is room the text starts at the same column
   * in all items of a list.
   *
   * @param reach how far the widest mark and word of the list reach; 0 outside of lists
   */
  public List<AttributedString> item(StatusMark statusMark, String word, String text, int reach) {
    if (context.isNarrow() || reach == 0) {
      var line =
          new StyledLineBuilder()
              .append(word + ": ", context.theme().style(statusMark))
              .append(text)
              .build();
      return marked(statusMark, line);
    }
    var first = markAndWord(statusMark, word).pad(reach + 2).build();
    return LineLayout.prefixed(
        first, LineWrapper.wrap(StyledLineBuilder.of(text), context.textWidth() - reach - 2));
  }

  /** What to do next. */
  public List<AttributedString> nextAction(String next, int width) {
    var arrow = StyledLineBuilder.of(context.glyphs().arrow() + " ", context.palette().accent());
    var line = StyledLineBuilder.of(context.format(TextKey.NEXT, next));
    return LineLayout.prefixed(arrow, LineWrapper.wrap(line, width - arrow.columnLength()));
  }

  /** A mark, and a text that says the same or more. */
  public List<AttributedString> marked(StatusMark statusMark, AttributedString text) {
    var first =
        new StyledLineBuilder().append(context.theme().mark(statusMark)).append(" ").build();
    return LineLayout.prefixed(
        first, LineWrapper.wrap(text, context.textWidth() - first.columnLength()));
  }

  private StyledLineBuilder markAndWord(StatusMark statusMark, String word) {
    return new StyledLineBuilder()
        .append(context.theme().mark(statusMark))
        .append(" ")
        .append(word, context.theme().style(statusMark));
  }
}
