package dev.deckhand.shell.view;

import dev.deckhand.lesson.Inline;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** Running text, dressed. */
final class Inlines {

  private static final Pattern SPACE = Pattern.compile("[ \t\r\n\f]+");
  private static final Pattern ELSEWHERE = Pattern.compile("(?i)(https?|mailto|ftp):.*");

  private final Look look;

  Inlines(Look look) {
    this.look = look;
  }

  AttributedString text(List<Inline> content) {
    return text(content, AttributedStyle.DEFAULT);
  }

  AttributedString text(List<Inline> content, AttributedStyle base) {
    var ink = new Ink();
    write(ink, content, base);
    return ink.done();
  }

  private void write(Ink ink, List<Inline> content, AttributedStyle base) {
    var palette = look.palette();
    for (Inline inline : content) {
      switch (inline) {
        case Inline.Words(var text) -> ink.put(SPACE.matcher(text).replaceAll(" "), base);
        case Inline.Code(var text) -> code(ink, text, base);
        case Inline.Strong(var inner) -> write(ink, inner, Palette.over(base, palette.strong()));
        case Inline.Emphasis(var inner) ->
            write(ink, inner, Palette.over(base, palette.emphasis()));
        case Inline.Link(var inner, var target) -> link(ink, inner, target, base);
        case Inline.Break() -> ink.feed();
      }
    }
  }

  private void code(Ink ink, String text, AttributedStyle base) {
    var quote = look.marks().codeQuote();
    ink.put(quote + text + quote, Palette.over(base, look.palette().code()));
  }

  /** A place elsewhere is spelled out: not every terminal can be clicked, and none on paper. */
  private void link(Ink ink, List<Inline> inner, String target, AttributedStyle base) {
    write(ink, inner, Palette.over(base, look.palette().link()));
    if (ELSEWHERE.matcher(target).matches() && !Inline.plain(inner).equals(target)) {
      ink.put(" (" + target + ")", Palette.over(base, look.palette().faint()));
    }
  }
}
