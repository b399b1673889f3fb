package dev.deckhand.shell.repl;

import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.LearnerTerminal;
import dev.deckhand.shell.loop.LineSource;
import dev.deckhand.shell.loop.Screen;
import dev.deckhand.shell.repl.screen.TerminalSetup;
import dev.deckhand.shell.view.prompt.Prompt;
import dev.deckhand.shell.view.style.RenderContext;
import java.io.IOException;
import org.jline.terminal.Terminal;

/**
 * A terminal for screen readers, or one that can only print: it gets no control sequences, and
 * nothing that was printed changes.
 */
public final class PlainLearnerTerminal implements LearnerTerminal {

  private final TerminalSetup setup;
  private final AppendOnlyScreen screen;
  private final CookedLineSource lines;

  private PlainLearnerTerminal(
      TerminalSetup setup, AppendOnlyScreen screen, CookedLineSource lines) {
    this.setup = setup;
    this.screen = screen;
    this.lines = lines;
  }

  /** Opens it on a terminal, and handles its Ctrl-C. */
  public static PlainLearnerTerminal open(TerminalSetup setup) {
    Terminal terminal = setup.terminal();
    var lines =
        new CookedLineSource(
            terminal,
            session -> prompt(setup.renderContext(), session),
            setup.inbox(),
            setup.clock());
    var opened = new PlainLearnerTerminal(setup, new AppendOnlyScreen(setup, lines), lines);
    terminal.handle(Terminal.Signal.INT, _ -> opened.interrupt());
    return opened;
  }

  private static String prompt(RenderContext context, Session session) {
    return new Prompt(context)
        .inStep(
            session.lesson().id().lesson(),
            session.step().number(),
            session.lesson().steps().size(),
            session.isInSandbox())
        .toString();
  }

  private void interrupt() {
    if (!lines.discardLine()) {
      setup.inbox().post(new Message.Interrupted(setup.clock().instant()));
    }
  }

  @Override
  public Screen screen() {
    return screen;
  }

  @Override
  public LineSource lineSource() {
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
      setup.terminal().close();
    } catch (IOException e) {
      // the terminal went away first
    }
  }
}
