package dev.deckhand.shell.repl;

import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.Bridge;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.LineSource;
import dev.deckhand.shell.loop.Screen;
import dev.deckhand.shell.view.Easel;
import dev.deckhand.shell.view.Prompt;
import dev.deckhand.shell.view.Surroundings;
import dev.deckhand.shell.view.Theme;
import dev.deckhand.shell.view.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;

/** A learner at a terminal. */
public final class TerminalBridge implements Bridge {

  /** A second Ctrl-C within that time, while nothing runs, leaves. */
  private static final Duration TWICE = Duration.ofSeconds(2);

  private final Terminal terminal;
  private final TerminalScreen screen;
  private final PromptSource lines;
  private final Inbox inbox;
  private final Clock clock;
  private Instant interrupted = Instant.EPOCH;

  private TerminalBridge(
      Terminal terminal, TerminalScreen screen, PromptSource lines, Inbox inbox, Clock clock) {
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
   * @param easels where pictures are shown on a screen of so many rows
   */
  public static TerminalBridge open(
      Terminal terminal,
      Theme theme,
      Words words,
      Path history,
      Supplier<Surroundings> surroundings,
      IntFunction<Easel> easels,
      Inbox inbox,
      Clock clock) {
    HeedfulReader reader = reader(terminal, history);
    var screen = new TerminalScreen(terminal, reader, theme, words, surroundings, easels);
    var lines =
        new PromptSource(reader, session -> prompt(screen, terminal, session), inbox, clock);
    var bridge = new TerminalBridge(terminal, screen, lines, inbox, clock);
    terminal.handle(Terminal.Signal.INT, _ -> bridge.interrupt());
    return bridge;
  }

  private static HeedfulReader reader(Terminal terminal, Path history) {
    var reader = new HeedfulReader(terminal, "deckhand", new HashMap<>());
    reader.setParser(new CommandParser());
    reader.setCompleter(new ShellWords());
    reader.setVariable(LineReader.HISTORY_FILE, history);
    reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "> ");
    // "!" and braces belong to bash, not to the line editor
    reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
    reader.setOpt(LineReader.Option.AUTO_FRESH_LINE);
    reader.setHistory(new DefaultHistory(reader));
    return reader;
  }

  private static String prompt(TerminalScreen screen, Terminal terminal, Session session) {
    return new Prompt(screen.look())
        .inStep(
            session.lesson().id().lesson(),
            session.step().number(),
            session.lesson().steps().size(),
            session.playing())
        .toAnsi(terminal);
  }

  /** Ctrl-C while neither a line is typed nor a command runs: the learner waits for the lab. */
  private synchronized void interrupt() {
    Instant now = clock.instant();
    boolean again = Duration.between(interrupted, now).compareTo(TWICE) < 0;
    interrupted = now;
    inbox.post(again ? new Message.InputEnded(now) : new Message.Interrupted(now));
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
