package dev.deckhand.workshop.screen;

/**
 * The numbers of a control sequence, such as {@code 38;5;208}. At most {@link #MAX} are kept, each
 * at most 65,535.
 */
final class ControlParameters {

  static final int MAX = 32;
  private static final int MAX_VALUE = 65_535;
  private static final int ABSENT = -1;

  private final int[] values = new int[MAX];
  private final boolean[] sub = new boolean[MAX];
  private int count;

  /** Forgets all. */
  void clear() {
    count = 1;
    values[0] = ABSENT;
    sub[0] = false;
  }

  /** Takes a digit, a semicolon or a colon. */
  void take(int character) {
    if (character == ';' || character == ':') {
      if (count < MAX) {
        values[count] = ABSENT;
        sub[count] = character == ':';
        count++;
      }
    } else {
      int value = Math.max(0, values[count - 1]) * 10 + character - '0';
      values[count - 1] = Math.min(value, MAX_VALUE);
    }
  }

  /** How many there are; at least one. */
  int count() {
    return count;
  }

  /** A number, or what stands for one that is left out. */
  int get(int index, int otherwise) {
    return index < count && values[index] != ABSENT ? values[index] : otherwise;
  }

  /** A count of lines or cells: one that is left out, or zero, is one. */
  int amount(int index) {
    return Math.max(1, get(index, 1));
  }

  /** Whether a number follows a colon, and so belongs to the one before. */
  boolean isSubParameter(int index) {
    return index < count && sub[index];
  }
}
