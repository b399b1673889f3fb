package dev.deckhand.shell.repl;

import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.Bridge;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.LineSource;
import dev.deckhand.shell.loop.Screen;
import dev.deckhand.shell.view.Look;
import dev.deckhand.shell.view.Prompt;
import dev.deckhand.shell.view.Surroundings;
import dev.deckhand.shell.view.Theme;
import dev.deckhand.shell.view.Words;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/**
 * A learner who hears the terminal, or has one that can only print: no control sequence of ours is
 * sent to it, and nothing that was said is changed.
 */
public final class PlainBridge implements Bridge {

  private final Terminal terminal;
  private final PlainTerminal screen;
  private final PlainLines lines;
  private final Inbox inbox;
  private final Impatience impatience;

  private PlainBridge(
      Terminal terminal, PlainTerminal screen, PlainLines lines, Inbox inbox, Clock clock) {
    this.terminal = terminal;
    this.screen = screen;
    this.lines = lines;
    this.inbox = inbox;
    this.impatience = new Impatience(clock);
  }

  /** Takes the terminal. */
  public static PlainBridge open(
      Terminal terminal,
      Theme theme,
      Words words,
      Supplier<Surroundings> surroundings,
      Inbox inbox,
      Clock clock) {
    // the width may have changed since the last time
    Supplier<Look> look = () -> new Look(theme, words, terminal.getSize().getColumns());
    var lines = new PlainLines(terminal, session -> prompt(look.get(), session), inbox, clock);
    var screen = new PlainTerminal(terminal, look, lines, surroundings);
    var bridge = new PlainBridge(terminal, screen, lines, inbox, clock);
    terminal.handle(Terminal.Signal.INT, _ -> bridge.interrupt());
    return bridge;
  }

  private static String prompt(Look look, Session session) {
    return new Prompt(look)
        .inStep(
            session.lesson().id().lesson(),
            session.step().number(),
            session.lesson().steps().size(),
            session.playing())
        .toString();
  }

  private void interrupt() {
    if (!lines.drop()) {
      inbox.post(impatience.pressed());
    }
  }

  @Override
  public Screen screen() {
    return screen;
  }

  @Override
  public LineSource lines() {
    return lines;
  }

  @Override
  public void start() {
    lines.start();
  }

  @Override
  public void close() {
    lines.close();
    try {
      terminal.close();
    } catch (IOException gone) {
      // the terminal went away first
    }
  }
}
