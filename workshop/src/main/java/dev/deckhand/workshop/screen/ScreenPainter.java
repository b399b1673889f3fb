package dev.deckhand.workshop.screen;

import java.util.List;

/** Writes the sequences that bring any terminal of the same size to a screen's state. */
final class ScreenPainter {

  /** The terminal may be in any state: no full-screen program, no mouse, nothing on the screen. */
  private static final String CLEAN =
      "\033\\\033[?1049l\033[!p\033(B\033)B\017\033[0m\033[r\033[?6l\033[?7h\033[4l\033[20l"
          + "\033[H\033[2J\033[3J";

  private final StringBuilder text = new StringBuilder();
  private CellStyle style = CellStyle.PLAIN;

  private ScreenPainter() {}

  /** Paints all that a terminal shows. */
  static String paint(ScreenInterpreter from) {
    var painter = new ScreenPainter();
    painter.paintAll(from);
    return painter.text.toString();
  }

  private void paintAll(ScreenInterpreter from) {
    text.append(CLEAN);
    Screen main = from.main();
    paintHistory(main);
    paintLines(main);
    if (from.isAlternate()) {
      // first, so that leaving the full-screen program restores it
      Screen.Saved back = main.saved();
      place(back.row(), back.column());
      setStyle(back.style());
      text.append("\033[?1049h\033[0m\033[H\033[2J");
      style = CellStyle.PLAIN;
      paintLines(from.current());
    }
    paintState(from);
  }

  /** The history scrolls out, as it did before. */
  private void paintHistory(Screen screen) {
    List<ScreenLine> history = screen.history();
    for (ScreenLine line : history) {
      paintLine(line);
      text.append("\033[0m\r\n");
      style = CellStyle.PLAIN;
    }
    if (!history.isEmpty()) {
      text.append("\r\n".repeat(screen.rows() - 1));
    }
  }

  private void paintLines(Screen screen) {
    for (int row = 0; row < screen.rows(); row++) {
      ScreenLine line = screen.line(row);
      if (line.length() > 0) {
        place(row, 0);
        paintLine(line);
      }
    }
  }

  private void paintLine(ScreenLine line) {
    int length = line.length();
    for (int column = 0; column < length; column++) {
      int character = line.character(column);
      if (character != ScreenLine.RIGHT_HALF) {
        setStyle(line.style(column));
        text.appendCodePoint(character).append(line.marks(column));
      }
    }
  }

  private void setStyle(CellStyle next) {
    if (!next.equals(style)) {
      text.append(next.sequence());
      style = next;
    }
  }

  private void place(int row, int column) {
    text.append("\033[").append(row + 1).append(';').append(column + 1).append('H');
  }

  private void paintState(ScreenInterpreter from) {
    Screen screen = from.current();
    Screen.Saved saved = screen.saved();
    if (!from.isAlternate()) {
      // before the origin mode and the region, which count for what follows
      place(saved.row(), saved.column());
      setStyle(saved.style());
      text.append("\0337");
    }
    paintTabs(from);
    if (screen.top() > 0 || screen.bottom() < screen.rows() - 1) {
      text.append("\033[")
          .append(screen.top() + 1)
          .append(';')
          .append(screen.bottom() + 1)
          .append('r');
    }
    if (screen.originMode()) {
      text.append("\033[?6h");
    }
    placeCursor(screen);
    text.append(screen.style().sequence());
    text.append(from.graphics(0) ? "\033(0" : "").append(from.graphics(1) ? "\033)0" : "");
    text.append(from.charset() == 1 ? "\016" : "");
    if (!from.title().isEmpty()) {
      text.append("\033]2;").append(from.title()).append('\007');
    }
    text.append(from.modes().sequence());
  }

  private void paintTabs(ScreenInterpreter from) {
    boolean usual = true;
    for (int i = 0; i < from.current().columns(); i++) {
      usual &= from.tabStops().get(i) == (i % 8 == 0);
    }
    if (usual) {
      return;
    }
    text.append("\033[3g");
    for (int i = 0; i < from.current().columns(); i++) {
      if (from.tabStops().get(i)) {
        place(0, i);
        text.append("\033H");
      }
    }
  }

  /** A cursor after the last column gets there only by writing that cell. */
  private void placeCursor(Screen screen) {
    int row = screen.row() - (screen.originMode() ? screen.top() : 0);
    ScreenLine line = screen.line(screen.row());
    int column = screen.column();
    boolean half = line.character(column) == ScreenLine.RIGHT_HALF;
    place(row, half && screen.isAtEnd() ? column - 1 : column);
    if (screen.isAtEnd()) {
      int at = half ? column - 1 : column;
      setStyle(line.style(at));
      text.appendCodePoint(line.character(at)).append(line.marks(at));
    }
  }
}
