package dev.deckhand.shell.repl;

import dev.deckhand.lab.JavaShell;
import dev.deckhand.shell.loop.Bridge;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.LineSource;
import dev.deckhand.shell.loop.Screen;
import dev.deckhand.shell.loop.Whereabouts;
import dev.deckhand.shell.repl.complete.Suggestion;
import dev.deckhand.shell.view.Easel;
import dev.deckhand.shell.view.Surroundings;
import dev.deckhand.shell.view.Theme;
import dev.deckhand.shell.view.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/** A learner at a terminal. */
public final class TerminalBridge implements Bridge {

  private final Terminal terminal;
  private final TerminalScreen screen;
  private final PromptSource lines;
  private final Inbox inbox;
  private final Impatience impatience;

  private TerminalBridge(
      Terminal terminal, TerminalScreen screen, PromptSource lines, Inbox inbox, Clock clock) {
    this.terminal = terminal;
    this.screen = screen;
    this.lines = lines;
    this.inbox = inbox;
    this.impatience = new Impatience(clock);
  }

  /**
   * Takes the terminal.
   *
   * @param history where typed lines are remembered
   * @param whereabouts where the next command will run
   * @param java the lab's Java; empty while there is no lab
   * @param easels where pictures are shown on a screen of so many rows
   */
  public static TerminalBridge open(
      Terminal terminal,
      Theme theme,
      Words words,
      Path history,
      Supplier<Surroundings> surroundings,
      Whereabouts whereabouts,
      Supplier<Optional<JavaShell>> java,
      IntFunction<Easel> easels,
      Inbox inbox,
      Clock clock) {
    var offers = Offers.forShell();
    var javaOffers = Offers.forJava();
    var own = new OwnCommands();
    Supplier<List<Suggestion>> lessons = () -> lessons(surroundings.get());
    var editor = new LineEditor(terminal, theme, offers, javaOffers, own);
    LearnerReader reader = editor.reader(history, words, whereabouts, lessons);
    var keys = new ReaderThread();
    var screen = new TerminalScreen(terminal, reader, keys, theme, words, surroundings, easels);
    var dialogue = new TerminalDialogue(terminal, screen, offers, javaOffers, own);
    Path javaHistory = history.resolveSibling(history.getFileName() + ".java");
    var tongue = JavaPrompt.beside(reader, editor.javaReader(javaHistory), terminal, screen, java);
    var lines = new PromptSource(reader, tongue, keys, dialogue, inbox, clock);
    screen.onInterrupt(lines::drop);
    var bridge = new TerminalBridge(terminal, screen, lines, inbox, clock);
    terminal.handle(Terminal.Signal.INT, _ -> bridge.interrupt());
    return bridge;
  }

  private static List<Suggestion> lessons(Surroundings now) {
    return now.courses().stream()
        .flatMap(course -> course.lessons().stream())
        .map(card -> new Suggestion(card.id().toString(), card.title(), true))
        .toList();
  }

  /** Ctrl-C while neither a line is typed nor a command runs: the learner waits for the lab. */
  private void interrupt() {
    lines.drop();
    inbox.post(impatience.pressed());
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
    screen.close();
    try {
      terminal.close();
    } catch (IOException gone) {
      // the terminal went away first
    }
  }
}
