package dev.deckhand.workshop.terminal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jspecify.annotations.Nullable;

/**
 * The shell's side of a kept terminal. Each lesson gets a JLine terminal of its own, which it reads
 * lines from and draws on, and closes at its end; what people see stays.
 */
public final class LineTerminal implements AutoCloseable {

  private static final String TYPE = "xterm-256color";

  private final String name;
  private final KeptTerminal kept;
  private volatile @Nullable LineDisciplineTerminal current;

  /**
   * A terminal of 80 columns and 24 rows.
   *
   * @param name of its threads
   */
  public LineTerminal(String name, KeptTerminal.Listener listener) {
    this.name = name;
    this.kept = new KeptTerminal(name, new CurrentLine(), listener);
  }

  /** What people see and type in. */
  public KeptTerminal kept() {
    return kept;
  }

  /** Opens a terminal for the next lesson. What is typed goes there from now on. */
  public Terminal next() throws IOException {
    var next =
        new LineDisciplineTerminal(name, TYPE, new OutputBuffer(kept), StandardCharsets.UTF_8);
    next.setSize(Size.of(kept.columns(), kept.rows()));
    current = next;
    return next;
  }

  @Override
  public void close() {
    kept.close();
    LineDisciplineTerminal open = current;
    if (open != null) {
      try {
        open.close();
      } catch (IOException | IllegalStateException closed) {
        // the lesson closes it as well, perhaps meanwhile
      }
    }
  }

  /** Hands on to the terminal of the lesson that is open. */
  private final class CurrentLine implements KeptTerminal.Line {

    @Override
    public void typed(byte[] bytes) {
      LineDisciplineTerminal open = current;
      if (open != null) {
        try {
          open.processInputBytes(bytes);
        } catch (IOException | RuntimeException closed) {
          // typed at the end of a lesson, for nobody
        }
      }
    }

    @Override
    public void resized(int columns, int rows) {
      LineDisciplineTerminal open = current;
      if (open != null) {
        open.setSize(Size.of(columns, rows));
        open.raise(Terminal.Signal.WINCH);
      }
    }
  }

  /** Collects the bytes that JLine writes one by one. */
  private static final class OutputBuffer extends OutputStream {
    private final KeptTerminal kept;
    private final byte[] buffer = new byte[8192];
    private int length;

    private OutputBuffer(KeptTerminal kept) {
      this.kept = kept;
    }

    @Override
    public synchronized void write(int next) throws IOException {
      buffer[length++] = (byte) next;
      if (length == buffer.length) {
        flush();
      }
    }

    @Override
    public synchronized void flush() throws IOException {
      if (length > 0) {
        try {
          kept.write(buffer, 0, length);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          throw new InterruptedIOException("the terminal is closing");
        } finally {
          length = 0;
        }
      }
    }
  }
}
