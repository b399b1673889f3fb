package dev.deckhand.shell.repl.screen;

import dev.deckhand.lab.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/**
 * The learner's terminal while a command has it: it's in raw mode, so that keys, including Ctrl-C,
 * reach the command.
 */
public final class TerminalConsole implements Console {

  private static final String INTERRUPT = "\003";

  private final Terminal terminal;
  private final Consumer<String> unread;
  private @Nullable Attributes cooked;
  private @Nullable SignalHandler interruptHandler;
  private boolean lineOpen;
  private volatile Runnable interrupted = () -> {};

  /**
   * @param unread takes what was typed ahead, which becomes the beginning of the next line
   */
  public TerminalConsole(Terminal terminal, Consumer<String> unread) {
    this.terminal = terminal;
    this.unread = unread;
  }

  /** Sets a listener for each Ctrl-C that goes to the command. */
  void onInterrupt(Runnable listener) {
    interrupted = listener;
  }

  /** Switches the terminal to raw mode. */
  public synchronized void begin() {
    lineOpen = false;
    terminal.flush();
    cooked = terminal.enterRawMode();
    // in raw mode, JLine raises INT for the key and also passes it on; only the command should get
    // it
    interruptHandler = terminal.handle(Signal.INT, SignalHandler.SIG_IGN);
  }

  /** Restores the terminal's mode; the prompt then starts on a new line. */
  public synchronized void end() {
    Attributes before = cooked;
    if (before != null) {
      terminal.setAttributes(before);
      cooked = null;
    }
    SignalHandler handler = interruptHandler;
    if (handler != null) {
      terminal.handle(Signal.INT, handler);
      interruptHandler = null;
    }
    if (lineOpen) {
      terminal.writer().println();
      lineOpen = false;
    }
    terminal.flush();
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    if (length > 0) {
      terminal.output().write(bytes, offset, length);
      terminal.output().flush();
      lineOpen = bytes[offset + length - 1] != '\n';
    }
  }

  @Override
  public int read(byte[] buffer, Duration patience) throws IOException {
    NonBlockingReader reader = terminal.reader();
    int first = reader.read(Math.max(1, patience.toMillis()));
    if (first == NonBlockingReader.READ_EXPIRED) {
      return 0;
    }
    if (first < 0) {
      return -1;
    }
    var typed = new StringBuilder();
    typed.append((char) first);
    // UTF-8 takes up to three bytes for each UTF-16 unit
    int most = buffer.length / 3;
    while (typed.length() < most) {
      int more = reader.read(1);
      if (more < 0) {
        break;
      }
      typed.append((char) more);
    }
    if (typed.indexOf(INTERRUPT) >= 0) {
      interrupted.run();
    }
    byte[] bytes = typed.toString().getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, buffer, 0, bytes.length);
    return bytes.length;
  }

  @Override
  public void unread(byte[] typed) {
    String text = new String(typed, StandardCharsets.UTF_8);
    // as in any terminal, Ctrl-C discards what was typed before it
    String rest = text.substring(text.lastIndexOf(INTERRUPT) + 1);
    if (!rest.isEmpty()) {
      unread.accept(rest);
    }
  }

  @Override
  public int columns() {
    return Math.max(1, terminal.getSize().getColumns());
  }

  @Override
  public int rows() {
    return Math.max(1, terminal.getSize().getRows());
  }
}
