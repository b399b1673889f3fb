package dev.deckhand.shell.view;

import java.util.List;
import org.jline.utils.AttributedString;

/** A mark, the word that says the same, and what they are about. */
final class Signs {

  private final Look look;

  Signs(Look look) {
    this.look = look;
  }

  /** How far mark and word reach. */
  int width(Mark mark, String word) {
    return sign(mark, word).done().columnLength();
  }

  /**
   * A line that starts with mark and word; where there is room the text starts at the same column
   * in all items of a list.
   *
   * @param reach how far the widest mark and word of the list reach; 0 outside of lists
   */
  List<AttributedString> item(Mark mark, String word, String text, int reach) {
    if (look.narrow() || reach == 0) {
      var line = new Ink().put(word + ": ", look.theme().style(mark)).put(text).done();
      return behind(mark, line);
    }
    var first = sign(mark, word).pad(reach + 2).done();
    return Lines.hang(first, Wrap.lines(Ink.of(text), look.measure() - reach - 2));
  }

  /** What to do next. */
  List<AttributedString> next(String next, int width) {
    var arrow = Ink.of(look.marks().arrow() + " ", look.palette().accent());
    var line = Ink.of(look.say(Phrase.NEXT, next));
    return Lines.hang(arrow, Wrap.lines(line, width - arrow.columnLength()));
  }

  /** A mark, and a text that says the same or more. */
  List<AttributedString> behind(Mark mark, AttributedString text) {
    var first = new Ink().put(look.theme().mark(mark)).put(" ").done();
    return Lines.hang(first, Wrap.lines(text, look.measure() - first.columnLength()));
  }

  private Ink sign(Mark mark, String word) {
    return new Ink().put(look.theme().mark(mark)).put(" ").put(word, look.theme().style(mark));
  }
}
