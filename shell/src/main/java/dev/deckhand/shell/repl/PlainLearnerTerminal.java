package dev.deckhand.shell.repl;

import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.LearnerTerminal;
import dev.deckhand.shell.loop.LineSource;
import dev.deckhand.shell.loop.Screen;
import dev.deckhand.shell.view.lesson.DisplayContext;
import dev.deckhand.shell.view.prompt.Prompt;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextBundle;
import dev.deckhand.shell.view.style.Theme;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/**
 * A learner who hears the terminal, or has one that can only print: no control sequence of ours is
 * sent to it, and nothing that was said is changed.
 */
public final class PlainLearnerTerminal implements LearnerTerminal {

  private final Terminal terminal;
  private final AppendOnlyScreen screen;
  private final CookedLineSource lines;
  private final Inbox inbox;
  private final Clock clock;

  private PlainLearnerTerminal(
      Terminal terminal,
      AppendOnlyScreen screen,
      CookedLineSource lines,
      Inbox inbox,
      Clock clock) {
    this.terminal = terminal;
    this.screen = screen;
    this.lines = lines;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** Takes the terminal. */
  public static PlainLearnerTerminal open(
      Terminal terminal,
      Theme theme,
      TextBundle texts,
      Supplier<DisplayContext> displayContext,
      Inbox inbox,
      Clock clock) {
    // the width may have changed since the last time
    Supplier<RenderContext> context =
        () -> new RenderContext(theme, texts, terminal.getSize().getColumns());
    var lines =
        new CookedLineSource(terminal, session -> prompt(context.get(), session), inbox, clock);
    var screen = new AppendOnlyScreen(terminal, context, lines, displayContext);
    var plainLearnerTerminal = new PlainLearnerTerminal(terminal, screen, lines, inbox, clock);
    terminal.handle(Terminal.Signal.INT, _ -> plainLearnerTerminal.interrupt());
    return plainLearnerTerminal;
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
      inbox.post(new Message.Interrupted(clock.instant()));
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
      terminal.close();
    } catch (IOException gone) {
      // the terminal went away first
    }
  }
}
