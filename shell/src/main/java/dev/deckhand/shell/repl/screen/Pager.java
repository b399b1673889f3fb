package dev.deckhand.shell.repl.screen;

import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextKey;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** Shows what doesn't fit on the screen; any key that a reader would try leaves it. */
final class Pager {

  private final Terminal terminal;
  private final RenderContext context;

  Pager(Terminal terminal, RenderContext context) {
    this.terminal = terminal;
    this.context = context;
  }

  /**
   * Shows the lines until the learner leaves.
   *
   * @return what the learner started to type to leave it; empty for nothing
   */
  String show(List<AttributedString> lines) {
    ScrollViewer viewer =
        new ScrollViewer(terminal, context, now -> new ScrollViewer.Content(lines, status(now)))
            .beforePrompt();
    viewer.run();
    return viewer.typed();
  }

  private static ScrollViewer.StatusLine status(RenderContext context) {
    return (first, last, all) -> {
      String place = context.texts().format(TextKey.PAGER_PLACE, first, last, all);
      String keys =
          " | " + context.texts().format(last < all ? TextKey.PAGER_ON : TextKey.PAGER_END);
      return place.length() + keys.length() < context.columns() ? place + keys : place + " | q";
    };
  }
}
