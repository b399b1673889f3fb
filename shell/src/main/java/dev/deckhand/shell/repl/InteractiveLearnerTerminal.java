package dev.deckhand.shell.repl;

import dev.deckhand.session.Message;
import dev.deckhand.shell.loop.LearnerTerminal;
import dev.deckhand.shell.loop.LineSource;
import dev.deckhand.shell.loop.Screen;
import dev.deckhand.shell.repl.edit.CommandOffers;
import dev.deckhand.shell.repl.edit.LearnerLineReader;
import dev.deckhand.shell.repl.edit.LineEditorFactory;
import dev.deckhand.shell.repl.edit.PromptLineSource;
import dev.deckhand.shell.repl.edit.ReaderThread;
import dev.deckhand.shell.repl.edit.UserDefinedCommands;
import dev.deckhand.shell.repl.java.JavaPrompt;
import dev.deckhand.shell.repl.screen.TerminalScreen;
import dev.deckhand.shell.repl.screen.TerminalSetup;
import java.io.IOException;
import java.nio.file.Path;
import org.jline.terminal.Terminal;

/** A terminal with a line editor and a screen that can be redrawn. */
public final class InteractiveLearnerTerminal implements LearnerTerminal {

  private final TerminalSetup setup;
  private final TerminalScreen screen;
  private final PromptLineSource lines;

  private InteractiveLearnerTerminal(
      TerminalSetup setup, TerminalScreen screen, PromptLineSource lines) {
    this.setup = setup;
    this.screen = screen;
    this.lines = lines;
  }

  /** Opens it on a terminal, and handles its Ctrl-C. */
  public static InteractiveLearnerTerminal open(TerminalSetup setup, PromptServices services) {
    Terminal terminal = setup.terminal();
    var commandOffers = CommandOffers.forShell();
    var javaOffers = CommandOffers.forJava();
    var own = new UserDefinedCommands();
    var editor = new LineEditorFactory(terminal, setup.theme(), commandOffers, javaOffers, own);
    Path history = services.history();
    LearnerLineReader reader = editor.shellReader(history, services.completion());
    var keys = new ReaderThread(setup.faultLog()::write);
    var screen = new TerminalScreen(setup, reader, keys, services.imageDisplays());
    var listener = new TerminalPromptListener(setup, screen, commandOffers, javaOffers, own);
    Path javaHistory = history.resolveSibling(history.getFileName() + ".java");
    var javaPrompt =
        JavaPrompt.create(
            reader, editor.javaReader(javaHistory), terminal, screen, services.java());
    var lines =
        new PromptLineSource(reader, javaPrompt, keys, listener, setup.inbox(), setup.clock());
    screen.onInterrupt(lines::dropQueued);
    var opened = new InteractiveLearnerTerminal(setup, screen, lines);
    terminal.handle(Terminal.Signal.INT, _ -> opened.interrupt());
    return opened;
  }

  /** Handles Ctrl-C while the learner waits for the lab: no line is typed and no command runs. */
  private void interrupt() {
    lines.dropQueued();
    setup.inbox().post(new Message.Interrupted(setup.clock().instant()));
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
    screen.close();
    try {
      setup.terminal().close();
    } catch (IOException e) {
      // the terminal went away first
    }
  }
}
