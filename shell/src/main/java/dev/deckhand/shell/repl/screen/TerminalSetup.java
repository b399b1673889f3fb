package dev.deckhand.shell.repl.screen;

import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.view.lesson.DisplayContext;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextBundle;
import dev.deckhand.shell.view.style.Theme;
import java.time.Clock;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/**
 * What every kind of learner's terminal needs.
 *
 * @param displayContext supplies the context whenever something is shown
 * @param inbox receives what the learner does
 * @param pages whether what doesn't fit on the screen is shown page by page; otherwise it scrolls
 * @param faultLog receives faults in the terminal's own threads
 */
public record TerminalSetup(
    Terminal terminal,
    Theme theme,
    TextBundle texts,
    Supplier<DisplayContext> displayContext,
    Inbox inbox,
    Clock clock,
    boolean pages,
    FaultLog faultLog) {

  /** The context for rendering at the terminal's current width. */
  public RenderContext renderContext() {
    return new RenderContext(theme, texts, Math.max(20, terminal.getSize().getColumns()));
  }
}
