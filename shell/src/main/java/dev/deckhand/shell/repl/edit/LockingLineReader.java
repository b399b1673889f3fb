package dev.deckhand.shell.repl.edit;

import java.util.List;
import java.util.Map;
import org.jline.reader.LineReader;
import org.jline.reader.MaskingCallback;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/**
 * A line reader that lets other threads draw between two keys. It redraws its line without
 * overwriting what is above when the terminal is resized, when wide characters wrap, and when keys
 * arrive faster than it draws.
 */
public class LockingLineReader extends LineReaderImpl {

  /** The shortest time between two drawings while keys are waiting. */
  private static final long DRAW_INTERVAL_NANOS = 50_000_000;

  /** The first character that may be two columns wide. */
  private static final char FIRST_WIDE = 0x1100;

  private volatile Runnable resizeListener = () -> {};
  private volatile boolean resizing;
  private volatile @Nullable Thread readingThread;

  /** The prompt and the line up to the cursor, as they are on the screen. */
  private AttributedString drawn = AttributedString.EMPTY;

  private int drawnColumns;
  private boolean drawnWide;
  private long drawnAt;

  LockingLineReader(Terminal terminal, String name, Map<String, Object> variables) {
    super(terminal, name, variables);
    // "!" and braces belong to bash, not to the line editor
    setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
    setOpt(LineReader.Option.AUTO_FRESH_LINE);
  }

  /**
   * Sets a listener for changes of the terminal's size while a line is read. After one, nothing is
   * drawn until {@link #redrawResized}.
   */
  public final void onResize(Runnable listener) {
    resizeListener = listener;
  }

  /** Lets something draw that leaves the cursor where it is, while the reader waits. */
  public final void drawLocked(Runnable drawing) {
    lock.lock();
    try {
      drawing.run();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Draws the line for the terminal's new size.
   *
   * @param footer draws what is below the line; it may scroll the screen
   */
  public final void redrawResized(Runnable footer) {
    drawLocked(() -> {
      resizing = false;
      eraseResized();
      footer.run();
      redisplay(true);
    });
  }

  @Override
  public @Nullable String readLine(
      @Nullable String prompt,
      @Nullable String rightPrompt,
      @Nullable MaskingCallback mask,
      @Nullable String buffer) {
    readingThread = Thread.currentThread();
    resizing = false;
    drawn = AttributedString.EMPTY;
    return super.readLine(prompt, rightPrompt, mask, buffer);
  }

  @Override
  protected void handleSignal(Terminal.Signal signal) {
    if (signal == Terminal.Signal.WINCH) {
      resizing = true;
      resizeListener.run();
    } else {
      super.handleSignal(signal);
    }
  }

  @Override
  public final void printAbove(String text) {
    drawLocked(() -> {
      if (!reading || !resizing) {
        super.printAbove(text);
        return;
      }
      eraseResized();
      terminal.writer().print(text);
      terminal.flush();
    });
  }

  @Override
  protected final void redisplay(boolean flush) {
    drawLocked(() -> {
      boolean last = state != State.NORMAL;
      if (!last && (resizing || keysAreWaiting())) {
        return;
      }
      String text = buf.toString();
      boolean wide = isWide(text);
      if (resizing) {
        eraseResized();
      } else if (wide || drawnWide) {
        // JLine miscounts columns in a row that ends with a wide character, so it has to draw the
        // whole line
        display.update(List.of(), 0, false);
        drawAfresh();
      }
      super.redisplay(flush);
      drawn =
          new AttributedString(prompt + buf.upToCursor().replace("\n", "\n" + secondaryPrompt()));
      drawnColumns = size.getColumns();
      drawnWide = wide;
      drawnAt = System.nanoTime();
    });
  }

  private String secondaryPrompt() {
    return String.valueOf(getVariable(LineReader.SECONDARY_PROMPT_PATTERN));
  }

  /** Whether wide characters may reach the right edge. */
  private boolean isWide(String text) {
    return text.chars().anyMatch(c -> c >= FIRST_WIDE)
        && prompt.columnLength(terminal) + 2 * text.length() >= size.getColumns();
  }

  private boolean keysAreWaiting() {
    return Thread.currentThread().equals(readingThread)
        && System.nanoTime() - drawnAt < DRAW_INTERVAL_NANOS
        && bindingReader.peekCharacter(1) >= 0;
  }

  /**
   * Erases the line and everything below it, at the place where the terminal's new size has moved
   * it.
   */
  private void eraseResized() {
    int columns = reflows() ? terminal.getSize().getColumns() : drawnColumns;
    int rows =
        columns <= 0 ? 0 : drawn.columnSplitLength(terminal, columns, false, false).size() - 1;
    terminal.writer().print(rows > 0 ? "\r\033[" + rows + "A\033[J" : "\r\033[J");
    drawn = AttributedString.EMPTY;
    drawAfresh();
  }

  /** Makes JLine assume that the cursor is at the beginning of the line, and draw all of it. */
  private void drawAfresh() {
    lastStatusSize = -1;
  }

  /** Whether the terminal rewraps long lines when its width changes; most do. */
  private boolean reflows() {
    boolean within = terminal.getenv("TMUX") != null;
    return within
        || !(terminal.getenv("XTERM_VERSION") != null || terminal.getType().startsWith("linux"));
  }
}
