package dev.deckhand.shell.view.style;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * The styles of a line while it is typed. Colour is never the only sign: unknown commands are
 * underlined, and without colours a suggestion is in brackets.
 */
public final class SyntaxStyles {

  private final Palette palette;
  private final boolean coloured;
  private final boolean bare;

  public SyntaxStyles(Theme theme) {
    this.palette = theme.palette();
    this.bare = theme.isPlain();
    this.coloured = !bare && !palette.equals(Palette.uncoloured());
  }

  /** Whether lines are drawn as they are, without any style. */
  public boolean isPlain() {
    return bare;
  }

  /** A word of the shell's own. */
  public AttributedStyle builtin() {
    return palette.heading();
  }

  /** A command that bash finds. */
  public AttributedStyle command() {
    return palette.command();
  }

  /** A command that bash would not find. */
  public AttributedStyle unknownCommand() {
    return bare ? palette.bad() : palette.bad().underline();
  }

  public AttributedStyle flag() {
    return palette.code();
  }

  /** Text in quotes. */
  public AttributedStyle quoted() {
    return coloured ? palette.unsure() : AttributedStyle.DEFAULT;
  }

  /** What ties commands together: pipes, redirections, {@code if} and {@code do}. */
  public AttributedStyle operator() {
    return palette.accent();
  }

  public AttributedStyle comment() {
    return palette.faint();
  }

  /**
   * The suggestion after the cursor; empty if there is no room.
   *
   * @param room how many columns are left on the line
   */
  public AttributedString suggestion(String text, int room) {
    int brackets = coloured ? 0 : 2;
    if (bare || text.isEmpty() || room < brackets + 2) {
      return AttributedString.EMPTY;
    }
    var shown =
        LineLayout.truncate(StyledLineBuilder.of(text, palette.faint()), room - brackets, "...");
    return coloured ? shown : new StyledLineBuilder().append("[").append(shown).append("]").build();
  }
}
