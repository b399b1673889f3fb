package dev.deckhand.shell.repl.screen;

import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Status;
import org.jspecify.annotations.Nullable;

/**
 * The line at the foot of the screen. It is drawn only when it changes, and never while a command
 * has the terminal. For one thread at a time.
 */
final class StatusBar {

  /** A screen with fewer rows has none to spare. */
  private static final int FEWEST_ROWS = 8;

  private final Terminal terminal;
  private final @Nullable Status status;
  private AttributedString wanted = AttributedString.EMPTY;
  private List<AttributedString> drawn = List.of();
  private Size size;
  private boolean hidden;

  /**
   * @param possible whether the terminal can be drawn over at all
   */
  StatusBar(Terminal terminal, boolean possible) {
    this.terminal = terminal;
    this.status = possible ? Status.getStatus(terminal, true) : null;
    this.size = terminal.getSize();
  }

  /** Whether there is anything to be drawn for. */
  boolean visible() {
    return status != null;
  }

  /** Draws this line from now on. */
  void show(AttributedString line) {
    wanted = line;
    draw();
  }

  /** Takes the line away: a command has the terminal. */
  void hide() {
    hidden = true;
    draw();
  }

  /** Draws it again. */
  void reveal() {
    hidden = false;
    draw();
  }

  private void draw() {
    if (status == null) {
      return;
    }
    Size now = terminal.getSize();
    boolean room = now.getRows() >= FEWEST_ROWS && wanted.length() > 0;
    List<AttributedString> lines = hidden || !room ? List.of() : List.of(wanted);
    boolean resized = !now.equals(size);
    if (resized) {
      size = Size.of(now.getColumns(), now.getRows());
      status.resize(size);
    }
    if (resized || !lines.equals(drawn)) {
      drawn = lines;
      status.update(lines);
    }
  }
}
