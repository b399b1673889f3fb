package dev.deckhand.workshop.screen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * The lines of a screen, with its cursor. Columns and rows count from 0. What scrolls out at the
 * top is kept in a history of bounded length.
 */
final class ScreenBuffer {

  private final int maxHistory;
  private final List<ScreenLine> lines = new ArrayList<>();
  private final Deque<ScreenLine> history = new ArrayDeque<>();
  private int columns;
  private int row;
  private int column;
  private boolean atEnd;
  private int top;
  private int bottom;
  private CellStyle style = CellStyle.PLAIN;
  private boolean originMode;
  private Saved saved = Saved.NONE;

  /** What "save cursor" keeps. */
  record Saved(int row, int column, CellStyle style, boolean originMode, boolean atEnd) {
    static final Saved NONE = new Saved(0, 0, CellStyle.PLAIN, false, false);
  }

  /**
   * @param maxHistory how many lines are kept that scrolled out; 0 for a screen without a history
   */
  ScreenBuffer(int columns, int rows, int maxHistory) {
    this.columns = columns;
    this.maxHistory = maxHistory;
    for (int i = 0; i < rows; i++) {
      lines.add(new ScreenLine(columns, CellStyle.PLAIN));
    }
    bottom = rows - 1;
  }

  static boolean isWide(int character) {
    return character >= 0x1100 && WCWidth.wcwidth(character) == 2;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return lines.size();
  }

  int row() {
    return row;
  }

  /** The cursor's column; after a character in the last column it's still there. */
  int column() {
    return column;
  }

  /** Whether a character was written in the last column, so that the next one wraps. */
  boolean isAtEnd() {
    return atEnd;
  }

  int top() {
    return top;
  }

  int bottom() {
    return bottom;
  }

  boolean originMode() {
    return originMode;
  }

  CellStyle style() {
    return style;
  }

  Saved saved() {
    return saved;
  }

  ScreenLine line(int index) {
    return lines.get(index);
  }

  List<ScreenLine> history() {
    return List.copyOf(history);
  }

  void setStyle(CellStyle now) {
    style = now;
  }

  /** Prints a character at the cursor. */
  void print(int character, boolean wraps, boolean inserts) {
    int width = character < 0x300 ? 1 : WCWidth.wcwidth(character);
    if (width <= 0) {
      mark(character);
      return;
    }
    if (atEnd && wraps) {
      wrap();
    }
    if (width == 2 && column == columns - 1) {
      if (!wraps || columns < 2) {
        return;
      }
      lines.get(row).set(column, ' ', style.erased());
      wrap();
    }
    ScreenLine line = lines.get(row);
    if (inserts) {
      line.insert(column, width, style.erased());
    }
    line.set(column, character, style);
    if (width == 2) {
      line.setRightHalf(column + 1, style);
    }
    if (column + width >= columns) {
      column = columns - 1;
      atEnd = true;
    } else {
      column += width;
    }
  }

  private void wrap() {
    lines.get(row).wrapped = true;
    column = 0;
    lineFeed();
  }

  /** Adds a combining mark to the character before the cursor. */
  private void mark(int character) {
    int at = atEnd ? column : column - 1;
    ScreenLine line = lines.get(row);
    if (at > 0 && line.character(at) == ScreenLine.RIGHT_HALF) {
      at--;
    }
    if (at >= 0 && character >= 0x300) {
      line.addMark(at, character);
    }
  }

  /** One line down; at the foot of the scroll region its lines move up. */
  void lineFeed() {
    atEnd = false;
    if (row == bottom) {
      scrollUp(1);
    } else if (row < lines.size() - 1) {
      row++;
    }
  }

  /** One line up; at the head of the scroll region its lines move down. */
  void reverseLineFeed() {
    atEnd = false;
    if (row == top) {
      scrollDown(1);
    } else if (row > 0) {
      row--;
    }
  }

  void scrollUp(int count) {
    for (int i = 0; i < Math.min(count, bottom - top + 1); i++) {
      ScreenLine gone = lines.remove(top);
      if (top == 0 && maxHistory > 0) {
        history.addLast(gone);
        if (history.size() > maxHistory) {
          history.removeFirst();
        }
      }
      lines.add(bottom, new ScreenLine(columns, style.erased()));
    }
  }

  void scrollDown(int count) {
    for (int i = 0; i < Math.min(count, bottom - top + 1); i++) {
      lines.remove(bottom);
      lines.add(top, new ScreenLine(columns, style.erased()));
    }
  }

  /** Inserts lines at the cursor, or deletes some, within the scroll region. */
  void shiftLines(int count, boolean insert) {
    if (row < top || row > bottom) {
      return;
    }
    for (int i = 0; i < Math.min(count, bottom - row + 1); i++) {
      lines.remove(insert ? bottom : row);
      lines.add(insert ? row : bottom, new ScreenLine(columns, style.erased()));
    }
    column = 0;
    atEnd = false;
  }

  void insertCharacters(int count) {
    lines.get(row).insert(column, count, style.erased());
    atEnd = false;
  }

  void deleteCharacters(int count) {
    lines.get(row).delete(column, count, style.erased());
    atEnd = false;
  }

  void eraseCharacters(int count) {
    lines.get(row).erase(column, column + count, style.erased());
    atEnd = false;
  }

  /**
   * Erases in the cursor's line.
   *
   * @param kind 0 for the rest, 1 for what is before, 2 for all
   */
  void eraseInLine(int kind) {
    int from = kind == 0 ? column : 0;
    int to = kind == 1 ? column + 1 : columns;
    lines.get(row).erase(from, to, style.erased());
    atEnd = false;
  }

  /**
   * Erases on the screen.
   *
   * @param kind 0 for the rest, 1 for what is before, 2 for all, 3 for the history
   */
  void eraseInScreen(int kind) {
    if (kind == 3) {
      history.clear();
      return;
    }
    if (kind < 2) {
      eraseInLine(kind);
    }
    int from = kind == 0 ? row + 1 : 0;
    int to = kind == 1 ? row : lines.size();
    for (int i = from; i < to; i++) {
      lines.set(i, new ScreenLine(columns, style.erased()));
    }
    atEnd = false;
  }

  /** Fills the screen with a letter, as DEC's screen test does. */
  void fill(int character) {
    for (ScreenLine line : lines) {
      for (int i = 0; i < columns; i++) {
        line.set(i, character, CellStyle.PLAIN);
      }
    }
  }

  /** Moves the cursor to a place; in the origin mode, rows count from the scroll region's top. */
  void moveTo(int newRow, int newColumn) {
    int least = originMode ? top : 0;
    int most = originMode ? bottom : lines.size() - 1;
    row = Math.clamp((long) newRow + least, least, most);
    column = Math.clamp(newColumn, 0, columns - 1);
    atEnd = false;
  }

  void moveColumn(int newColumn) {
    column = Math.clamp(newColumn, 0, columns - 1);
    atEnd = false;
  }

  /** Moves the cursor up or down, not out of the scroll region if it's inside. */
  void moveRows(int by) {
    int least = row >= top ? top : 0;
    int most = row <= bottom ? bottom : lines.size() - 1;
    row = Math.clamp((long) row + by, least, most);
    atEnd = false;
  }

  /** Sets the scroll region, and moves the cursor to its origin. */
  void setRegion(int newTop, int newBottom) {
    if (newTop < newBottom && newBottom < lines.size()) {
      top = newTop;
      bottom = newBottom;
      moveTo(0, 0);
    }
  }

  void setOriginMode(boolean on) {
    originMode = on;
    moveTo(0, 0);
  }

  void save() {
    saved = new Saved(row, column, style, originMode, atEnd);
  }

  void restore() {
    originMode = saved.originMode();
    row = Math.min(saved.row(), lines.size() - 1);
    column = Math.min(saved.column(), columns - 1);
    atEnd = saved.atEnd() && column == columns - 1;
    style = saved.style();
  }

  /** Starts anew, with the history. */
  void reset() {
    style = CellStyle.PLAIN;
    originMode = false;
    top = 0;
    bottom = lines.size() - 1;
    saved = Saved.NONE;
    moveTo(0, 0);
  }

  /** Changes the size. Lines that no longer fit go to the history, from the top. */
  void resize(int newColumns, int newRows) {
    columns = newColumns;
    lines.forEach(line -> line.resize(newColumns));
    while (lines.size() > newRows) {
      if (row < lines.size() - 1 && lines.getLast().length() == 0) {
        lines.removeLast();
      } else {
        ScreenLine gone = lines.removeFirst();
        row = Math.max(0, row - 1);
        if (maxHistory > 0) {
          history.addLast(gone);
        }
      }
    }
    while (history.size() > maxHistory) {
      history.removeFirst();
    }
    lines.addAll(
        Collections.nCopies(newRows - lines.size(), CellStyle.PLAIN).stream()
            .map(plain -> new ScreenLine(newColumns, plain))
            .toList());
    top = 0;
    bottom = newRows - 1;
    row = Math.min(row, newRows - 1);
    column = Math.min(column, newColumns - 1);
    atEnd = false;
  }
}
