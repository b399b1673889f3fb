package dev.deckhand.shell.view;

import java.util.List;
import org.jline.utils.AttributedString;

/** Sentences to the learner that are not part of a lesson. Immutable. */
public final class Messages {

  private final Look look;
  private final Signs signs;

  public Messages(Look look) {
    this.look = look;
    this.signs = new Signs(look);
  }

  /**
   * Says what went wrong and what to do.
   *
   * @param next empty where there is nothing to do
   */
  public List<AttributedString> trouble(String what, String next) {
    var said = signs.behind(Mark.BAD, Ink.of(what));
    if (next.isEmpty()) {
      return said;
    }
    int hang = look.theme().mark(Mark.BAD).columnLength() + 1;
    return Lines.joined(said, Lines.indent(hang, signs.next(next, look.measure() - hang)));
  }

  /** Says something in passing. */
  public List<AttributedString> aside(String text) {
    return aside(text, look.measure());
  }

  /** Says something in passing, within a width in columns. */
  List<AttributedString> aside(String text, int width) {
    return Wrap.lines(Ink.of(text, look.palette().faint()), width);
  }

  /** Says something plainly. */
  public List<AttributedString> say(String text) {
    return Wrap.lines(Ink.of(text), look.measure());
  }
}
