package dev.deckhand.shell.repl;

import dev.deckhand.lab.JavaShell;
import dev.deckhand.session.Message;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.LearnerTerminal;
import dev.deckhand.shell.loop.LineSource;
import dev.deckhand.shell.loop.Screen;
import dev.deckhand.shell.repl.complete.Completion;
import dev.deckhand.shell.repl.edit.CommandOffers;
import dev.deckhand.shell.repl.edit.LearnerLineReader;
import dev.deckhand.shell.repl.edit.LineEditorFactory;
import dev.deckhand.shell.repl.edit.PromptLineSource;
import dev.deckhand.shell.repl.edit.ReaderThread;
import dev.deckhand.shell.repl.edit.UserDefinedCommands;
import dev.deckhand.shell.repl.java.JavaPrompt;
import dev.deckhand.shell.repl.screen.TerminalScreen;
import dev.deckhand.shell.view.lesson.DisplayContext;
import dev.deckhand.shell.view.style.ImageDisplay;
import dev.deckhand.shell.view.style.TextBundle;
import dev.deckhand.shell.view.style.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/** A learner at a terminal. */
public final class InteractiveLearnerTerminal implements LearnerTerminal {

  private final Terminal terminal;
  private final TerminalScreen screen;
  private final PromptLineSource lines;
  private final Inbox inbox;
  private final Clock clock;

  private InteractiveLearnerTerminal(
      Terminal terminal, TerminalScreen screen, PromptLineSource lines, Inbox inbox, Clock clock) {
    this.terminal = terminal;
    this.screen = screen;
    this.lines = lines;
    this.inbox = inbox;
    this.clock = clock;
  }

  /**
   * Takes the terminal.
   *
   * @param history where typed lines are remembered
   * @param completion what could be typed next
   * @param java the lab's Java; empty while there is no lab
   * @param imageDisplaies where pictures are shown on a screen of so many rows
   */
  public static InteractiveLearnerTerminal open(
      Terminal terminal,
      Theme theme,
      TextBundle texts,
      Path history,
      Supplier<DisplayContext> displayContext,
      Completion completion,
      Supplier<Optional<JavaShell>> java,
      IntFunction<ImageDisplay> imageDisplaies,
      Inbox inbox,
      Clock clock) {
    var commandOffers = CommandOffers.forShell();
    var javaOffers = CommandOffers.forJava();
    var own = new UserDefinedCommands();
    var editor = new LineEditorFactory(terminal, theme, commandOffers, javaOffers, own);
    LearnerLineReader reader = editor.shellReader(history, completion);
    var keys = new ReaderThread();
    var screen =
        new TerminalScreen(terminal, reader, keys, theme, texts, displayContext, imageDisplaies);
    var dialogue = new TerminalPromptListener(terminal, screen, commandOffers, javaOffers, own);
    Path javaHistory = history.resolveSibling(history.getFileName() + ".java");
    var tongue = JavaPrompt.create(reader, editor.javaReader(javaHistory), terminal, screen, java);
    var lines = new PromptLineSource(reader, tongue, keys, dialogue, inbox, clock);
    screen.onInterrupt(lines::dropQueued);
    var interactiveLearnerTerminal =
        new InteractiveLearnerTerminal(terminal, screen, lines, inbox, clock);
    terminal.handle(Terminal.Signal.INT, _ -> interactiveLearnerTerminal.interrupt());
    return interactiveLearnerTerminal;
  }

  /** Ctrl-C while neither a line is typed nor a command runs: the learner waits for the lab. */
  private void interrupt() {
    lines.dropQueued();
    inbox.post(new Message.Interrupted(clock.instant()));
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
      terminal.close();
    } catch (IOException gone) {
      // the terminal went away first
    }
  }
}
