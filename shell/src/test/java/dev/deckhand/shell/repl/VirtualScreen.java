package dev.deckhand.shell.repl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;

/** A terminal in memory: keys go in, and what is on its screen can be read. */
public final class VirtualScreen implements AutoCloseable {

  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final ScreenTerminal screen;
  private final LineDisciplineTerminal terminal;

  public VirtualScreen(int columns, int rows) throws IOException {
    var virtual = ScreenTerminal.withTerminal("test", "xterm-256color", columns, rows);
    this.screen = virtual.screen();
    this.terminal = virtual.terminal();
  }

  public Terminal terminal() {
    return terminal;
  }

  /** Has the terminal's user have these environment variables, and no others. */
  public void setVariables(Map<String, String> variables) {
    terminal.setEnv(variables::get);
  }

  /** Presses keys. */
  public VirtualScreen press(String keys) throws IOException {
    terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Pastes, as a terminal does that knows where a paste begins and ends. */
  public VirtualScreen paste(String text) throws IOException {
    return press("\033[200~" + text + "\033[201~");
  }

  public void resize(int columns, int rows) {
    screen.setSize(Size.of(columns, rows));
    terminal.setSize(Size.of(columns, rows));
    terminal.raise(Terminal.Signal.WINCH);
  }

  /** Waits for a line on the screen. */
  public VirtualScreen await(String line) throws InterruptedException {
    return await(lines -> lines.contains(line), line);
  }

  /** Waits until the screen is as wanted. */
  public VirtualScreen await(Predicate<List<String>> wanted, String what)
      throws InterruptedException {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!wanted.test(lines())) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            what + " did not come. The screen:\n" + String.join("\n", lines()));
      }
      screen.waitDirty(50);
    }
    return this;
  }

  /** The screen's lines, without what is blank at their ends. */
  public List<String> lines() {
    int columns = screen.getColumns();
    int rows = screen.getRows();
    var cells = new long[columns * rows];
    screen.dump(cells, new int[2]);
    return IntStream.range(0, rows)
        .mapToObj(row ->
            IntStream.range(row * columns, (row + 1) * columns)
                .map(cell -> ScreenTerminal.cellCodePoint(cells[cell]))
                .map(point -> point == 0 ? ' ' : point)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .stripTrailing())
        .toList();
  }

  /** Waits for what somebody does elsewhere. */
  public static <T> T within(CompletableFuture<T> work) throws Exception {
    return work.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
