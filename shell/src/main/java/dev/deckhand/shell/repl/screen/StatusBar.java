package dev.deckhand.shell.repl.screen;

import java.util.List;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Status;
import org.jspecify.annotations.Nullable;

/**
 * The line at the bottom of the screen. It is drawn only when it changes, and never while a command
 * has the terminal. For one thread at a time.
 */
final class StatusBar {

  /** Smaller screens have no status bar. */
  private static final int FEWEST_ROWS = 8;

  private final Terminal terminal;
  private final @Nullable Status status;
  private Supplier<AttributedString> wanted = () -> AttributedString.EMPTY;
  private List<AttributedString> drawn = List.of();
  private Size size;
  private boolean hidden;
  private volatile boolean resizing;
  private volatile boolean moved;

  /**
   * @param possible whether the terminal can redraw lines
   */
  StatusBar(Terminal terminal, boolean possible) {
    this.terminal = terminal;
    this.status = possible ? Status.getStatus(terminal, true) : null;
    this.size = terminal.getSize();
  }

  /** Whether there is anything to draw. */
  boolean visible() {
    return status != null;
  }

  /**
   * Shows this line from now on.
   *
   * @param line supplies the line, which depends on the terminal's width
   */
  void show(Supplier<AttributedString> line) {
    wanted = line;
    draw();
  }

  /** Removes the line while a command has the terminal. */
  void hide() {
    hidden = true;
    resizing = false;
    draw();
  }

  /** Draws it again. */
  void reveal() {
    hidden = false;
    resizing = false;
    draw();
  }

  boolean isHidden() {
    return hidden;
  }

  /**
   * Draws nothing until {@link #redrawResized}, since a resized terminal has moved the bar.
   * Thread-safe.
   */
  void suspend() {
    moved = true;
    resizing = true;
    if (status != null) {
      status.suspend();
    }
  }

  /**
   * Draws the bar for the new size. The cursor must be at the beginning of the line that is drawn
   * next.
   */
  void redrawResized() {
    resizing = false;
    draw();
  }

  private void draw() {
    if (status == null || resizing) {
      return;
    }
    if (moved || !terminal.getSize().equals(size)) {
      adoptSize(status);
    }
    List<AttributedString> lines = lines();
    if (!lines.equals(drawn)) {
      drawn = lines;
      status.update(lines);
    }
  }

  private List<AttributedString> lines() {
    if (hidden || size.getRows() < FEWEST_ROWS) {
      return List.of();
    }
    AttributedString line = wanted.get();
    return line.length() == 0 ? List.of() : List.of(line);
  }

  /**
   * Tells JLine the size. If JLine had lines on the screen at that time, it would erase the rows
   * where it expects them, which now hold other output, and it would scroll to show them again.
   */
  private void adoptSize(Status bar) {
    moved = false;
    size = Size.of(terminal.getSize().getColumns(), terminal.getSize().getRows());
    // with one row less, JLine notices a change and draws the bar in a new row
    var lessHigh = Size.of(size.getColumns(), size.getRows() - 1);
    bar.suspend();
    bar.update(List.of());
    bar.resize(lessHigh);
    bar.resize(size);
    if (!drawn.isEmpty()) {
      terminal.writer().print("\r\033[J");
      drawn = lines();
      if (!drawn.isEmpty()) {
        // makes room for the bar below the cursor
        terminal.writer().print("\n\033[A");
        bar.resize(lessHigh);
        bar.update(drawn);
        bar.resize(size);
      }
    }
    bar.restore();
  }
}
