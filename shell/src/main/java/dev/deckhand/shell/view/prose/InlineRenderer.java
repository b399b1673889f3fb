package dev.deckhand.shell.view.prose;

import dev.deckhand.lesson.Inline;
import dev.deckhand.shell.view.style.Palette;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** Renders inline elements. */
public final class InlineRenderer {

  private static final Pattern SPACE = Pattern.compile("[ \t\r\n\f]+");
  private static final Pattern EXTERNAL = Pattern.compile("(?i)(https?|mailto|ftp):.*");

  private final RenderContext context;

  public InlineRenderer(RenderContext context) {
    this.context = context;
  }

  public AttributedString text(List<Inline> content) {
    return text(content, AttributedStyle.DEFAULT);
  }

  AttributedString text(List<Inline> content, AttributedStyle base) {
    var styledLineBuilder = new StyledLineBuilder();
    write(styledLineBuilder, content, base);
    return styledLineBuilder.build();
  }

  private void write(
      StyledLineBuilder styledLineBuilder, List<Inline> content, AttributedStyle base) {
    var palette = context.palette();
    for (Inline inline : content) {
      switch (inline) {
        case Inline.Words(var text) ->
            styledLineBuilder.append(SPACE.matcher(text).replaceAll(" "), base);
        case Inline.Code(var text) -> code(styledLineBuilder, text, base);
        case Inline.Strong(var inner) ->
            write(styledLineBuilder, inner, Palette.overlay(base, palette.strong()));
        case Inline.Emphasis(var inner) ->
            write(styledLineBuilder, inner, Palette.overlay(base, palette.emphasis()));
        case Inline.Link(var inner, var target) -> link(styledLineBuilder, inner, target, base);
        case Inline.Break() -> styledLineBuilder.lineBreak();
      }
    }
  }

  private void code(StyledLineBuilder styledLineBuilder, String text, AttributedStyle base) {
    var quote = context.glyphs().codeQuote();
    styledLineBuilder.append(quote + text + quote, Palette.overlay(base, context.palette().code()));
  }

  /** A link's address is written out, since not every terminal supports links. */
  private void link(
      StyledLineBuilder styledLineBuilder,
      List<Inline> inner,
      String target,
      AttributedStyle base) {
    write(styledLineBuilder, inner, Palette.overlay(base, context.palette().link()));
    if (EXTERNAL.matcher(target).matches() && !Inline.plainText(inner).equals(target)) {
      styledLineBuilder.append(
          " (" + target + ")", Palette.overlay(base, context.palette().faint()));
    }
  }
}
