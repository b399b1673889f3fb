package dev.deckhand.shell.view;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * The colours and marks that things are drawn with. Colour only repeats what marks and words say.
 */
public record Theme(Palette palette, Marks marks) {

  /** For light text on a dark ground. */
  public static Theme dark() {
    return new Theme(Palette.dark(), Marks.unicode());
  }

  /** For dark text on a light ground. */
  public static Theme light() {
    return new Theme(Palette.light(), Marks.unicode());
  }

  /** No colour, as {@code NO_COLOR} asks for: bold and underline alone. */
  public static Theme none() {
    return new Theme(Palette.uncoloured(), Marks.unicode().quotingCode());
  }

  /**
   * No style at all, and nothing that is not ASCII: for dumb terminals, logs and screen readers.
   */
  public static Theme plain() {
    return new Theme(Palette.bare(), Marks.ascii());
  }

  /** Whether nothing may be styled, or drawn over. */
  public boolean bare() {
    return palette.equals(Palette.bare());
  }

  /** The same colours with marks in ASCII, for a terminal that does not speak Unicode. */
  public Theme inAscii() {
    return new Theme(palette, Marks.ascii());
  }

  AttributedString mark(Mark mark) {
    return new Ink().put(marks.of(mark), style(mark)).done();
  }

  AttributedStyle style(Mark mark) {
    return switch (mark) {
      case GOOD -> palette.good();
      case BAD -> palette.bad();
      case UNSURE -> palette.unsure();
      case OPEN -> palette.faint();
    };
  }
}
