package dev.deckhand.workshop.screen;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One line of cells. */
final class ScreenLine {

  /** The right half of a wide character. */
  static final int RIGHT_HALF = -1;

  /** At most so many combining marks are kept with a character. */
  private static final int MAX_MARKS = 4;

  private int[] characters;
  private CellStyle[] styles;
  private @Nullable String[] marks = new String[0];

  /** Whether the text goes on in the next line because there was no room. */
  boolean wrapped;

  ScreenLine(int columns, CellStyle style) {
    characters = new int[columns];
    styles = new CellStyle[columns];
    Arrays.fill(characters, ' ');
    Arrays.fill(styles, style);
  }

  int columns() {
    return characters.length;
  }

  int character(int column) {
    return characters[column];
  }

  CellStyle style(int column) {
    return styles[column];
  }

  /** The combining marks of a cell; empty for none. */
  String marks(int column) {
    String found = column < marks.length ? marks[column] : null;
    return found == null ? "" : found;
  }

  void set(int column, int character, CellStyle style) {
    split(column);
    characters[column] = character;
    styles[column] = style;
    if (column < marks.length) {
      marks[column] = null;
    }
  }

  /** Overwriting half of a wide character leaves a space for the other half. */
  private void split(int column) {
    if (characters[column] == RIGHT_HALF && column > 0) {
      characters[column - 1] = ' ';
    } else if (column + 1 < characters.length && characters[column + 1] == RIGHT_HALF) {
      characters[column + 1] = ' ';
    }
  }

  /** Sets the right half after {@link #set} has set the left one. */
  void setRightHalf(int column, CellStyle style) {
    if (column + 1 < characters.length && characters[column + 1] == RIGHT_HALF) {
      characters[column + 1] = ' ';
    }
    characters[column] = RIGHT_HALF;
    styles[column] = style;
    if (column < marks.length) {
      marks[column] = null;
    }
  }

  void addMark(int column, int mark) {
    if (marks.length < characters.length) {
      marks = Arrays.copyOf(marks, characters.length);
    }
    String before = marks(column);
    if (before.codePointCount(0, before.length()) < MAX_MARKS) {
      marks[column] = before + Character.toString(mark);
    }
  }

  void erase(int from, int to, CellStyle style) {
    for (int column = Math.max(0, from); column < Math.min(to, characters.length); column++) {
      set(column, ' ', style);
    }
  }

  void insert(int column, int count, CellStyle style) {
    shift(column, count, style, true);
  }

  void delete(int column, int count, CellStyle style) {
    shift(column, count, style, false);
  }

  private void shift(int column, int count, CellStyle style, boolean right) {
    if (column >= characters.length) {
      return;
    }
    int moved = Math.min(count, characters.length - column);
    split(column);
    int from = right ? column : column + moved;
    int to = right ? column + moved : column;
    int length = characters.length - column - moved;
    System.arraycopy(characters, from, characters, to, length);
    System.arraycopy(styles, from, styles, to, length);
    if (marks.length > 0) {
      marks = Arrays.copyOf(marks, characters.length);
      System.arraycopy(marks, from, marks, to, length);
    }
    int blank = right ? column : characters.length - moved;
    for (int i = blank; i < blank + moved; i++) {
      characters[i] = ' ';
      styles[i] = style;
      if (i < marks.length) {
        marks[i] = null;
      }
    }
    repairHalves();
  }

  /** A wide character that was cut in two becomes spaces. */
  private void repairHalves() {
    for (int i = 0; i < characters.length; i++) {
      boolean half = characters[i] == RIGHT_HALF;
      if (half && (i == 0 || !ScreenBuffer.isWide(characters[i - 1]))) {
        characters[i] = ' ';
      } else if (!half
          && ScreenBuffer.isWide(characters[i])
          && (i + 1 == characters.length || characters[i + 1] != RIGHT_HALF)) {
        characters[i] = ' ';
      }
    }
  }

  void resize(int columns) {
    int before = characters.length;
    if (columns < before) {
      split(columns);
    }
    characters = Arrays.copyOf(characters, columns);
    styles = Arrays.copyOf(styles, columns);
    if (marks.length > 0) {
      marks = Arrays.copyOf(marks, columns);
    }
    for (int i = before; i < columns; i++) {
      characters[i] = ' ';
      styles[i] = CellStyle.PLAIN;
    }
    if (columns < before) {
      repairHalves();
    }
  }

  /** How many cells there are up to the last one that shows anything. */
  int length() {
    int length = characters.length;
    while (length > 0
        && characters[length - 1] == ' '
        && styles[length - 1].equals(CellStyle.PLAIN)) {
      length--;
    }
    return length;
  }
}
