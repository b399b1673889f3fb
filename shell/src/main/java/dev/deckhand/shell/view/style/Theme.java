package dev.deckhand.shell.view.style;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * The colours and marks that things are drawn with. Colour only repeats what marks and words say.
 */
public record Theme(Palette palette, GlyphSet glyphs) {

  /** For light text on a dark ground. */
  public static Theme dark() {
    return new Theme(Palette.dark(), GlyphSet.unicode());
  }

  /** For dark text on a light ground. */
  public static Theme light() {
    return new Theme(Palette.light(), GlyphSet.unicode());
  }

  /** No colour, as {@code NO_COLOR} asks for: bold and underline alone. */
  public static Theme monochrome() {
    return new Theme(Palette.uncoloured(), GlyphSet.unicode().withCodeQuotes());
  }

  /**
   * No style at all, and nothing that is not ASCII: for dumb terminals, logs and screen readers.
   */
  public static Theme plain() {
    return new Theme(Palette.unstyled(), GlyphSet.ascii());
  }

  /** Whether nothing may be styled, or drawn over. */
  public boolean isPlain() {
    return palette.equals(Palette.unstyled());
  }

  /** The same colours with marks in ASCII, for a terminal that does not speak Unicode. */
  public Theme withAsciiGlyphs() {
    return new Theme(palette, GlyphSet.ascii());
  }

  public AttributedString mark(StatusMark statusMark) {
    return new StyledLineBuilder().append(glyphs.of(statusMark), style(statusMark)).build();
  }

  public AttributedStyle style(StatusMark statusMark) {
    return switch (statusMark) {
      case GOOD -> palette.good();
      case BAD -> palette.bad();
      case UNSURE -> palette.unsure();
      case OPEN -> palette.faint();
    };
  }
}
