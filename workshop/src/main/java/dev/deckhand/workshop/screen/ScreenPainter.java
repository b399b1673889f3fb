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
    ScreenBuffer main = from.main();
    paintHistory(main);
    paintLines(main);
    if (from.isAlternate()) {
      // first, so that leaving the full-screen program restores it
      paintRegion(main);
      paintSaved(main);
      text.append("\033[?1049h\033[0m\033[H\033[2J");
      style = CellStyle.PLAIN;
      paintLines(from.current());
    }
    paintState(from);
  }

  /** The history scrolls out, as it did before. */
  private void paintHistory(ScreenBuffer screen) {
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

  private void paintLines(ScreenBuffer screen) {
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
    ScreenBuffer screen = from.current();
    // before the origin mode, which counts for what follows
    paintSaved(screen);
    text.append("\0337");
    paintTabs(from);
    paintRegion(screen);
    if (screen.originMode()) {
      text.append("\033[?6h");
    }
    int row = screen.row() - (screen.originMode() ? screen.top() : 0);
    placeCursor(row, screen.line(screen.row()), screen.column(), screen.isAtEnd());
    text.append(screen.style().sequence());
    text.append(from.graphics(0) ? "\033(0" : "").append(from.graphics(1) ? "\033)0" : "");
    text.append(from.charset() == 1 ? "\016" : "");
    text.append("\033]2;").append(from.title()).append('\007');
    text.append(from.modes().sequence());
  }

  private void paintTabs(ScreenInterpreter from) {
    text.append("\033[3g");
    for (int i = 0; i < from.current().columns(); i++) {
      if (from.tabStops().get(i)) {
        place(0, i);
        text.append("\033H");
      }
    }
  }

  /** Puts the cursor and the style where "save cursor" found them. */
  private void paintSaved(ScreenBuffer screen) {
    ScreenBuffer.Saved saved = screen.saved();
    int row = Math.min(saved.row(), screen.rows() - 1);
    int column = Math.min(saved.column(), screen.columns() - 1);
    boolean atEnd = saved.atEnd() && column == screen.columns() - 1;
    placeCursor(row, screen.line(row), column, atEnd);
    text.append(saved.style().sequence());
    style = saved.style();
  }

  private void paintRegion(ScreenBuffer screen) {
    if (screen.top() > 0 || screen.bottom() < screen.rows() - 1) {
      text.append("\033[")
          .append(screen.top() + 1)
          .append(';')
          .append(screen.bottom() + 1)
          .append('r');
    }
  }

  /** A cursor after the last column gets there only by writing that cell. */
  private void placeCursor(int row, ScreenLine line, int column, boolean atEnd) {
    boolean half = line.character(column) == ScreenLine.RIGHT_HALF;
    int at = half && atEnd ? column - 1 : column;
    place(row, at);
    if (atEnd) {
      setStyle(line.style(at));
      text.appendCodePoint(line.character(at)).append(line.marks(at));
    }
  }
}
