package dev.deckhand.shell.repl;

import dev.deckhand.shell.view.Look;
import dev.deckhand.shell.view.Phrase;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** Shows what does not fit on the screen; every key that one would try leaves it. */
final class Pager {

  private final Terminal terminal;
  private final Look look;

  Pager(Terminal terminal, Look look) {
    this.terminal = terminal;
    this.look = look;
  }

  /**
   * Shows the lines until the learner has seen enough.
   *
   * @return what they began to type instead of reading on; empty for nothing
   */
  String show(List<AttributedString> lines) {
    SheetViewer viewer =
        new SheetViewer(terminal, look, now -> new SheetViewer.Sheet(lines, status(now)))
            .onTheWay();
    viewer.run();
    return viewer.typed();
  }

  private static SheetViewer.Status status(Look look) {
    return (first, last, all) -> {
      String place = look.words().say(Phrase.PAGER_PLACE, first, last, all);
      String keys = " | " + look.words().say(last < all ? Phrase.PAGER_ON : Phrase.PAGER_END);
      return place.length() + keys.length() < look.columns() ? place + keys : place + " | q";
    };
  }
}
