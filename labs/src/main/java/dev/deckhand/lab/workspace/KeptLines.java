package dev.deckhand.lab.workspace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The first and the last lines of a text that is being written, with a cursor that may still go
 * back over the newest of them, as progress bars do.
 */
final class KeptLines {

  /** As far up as a cursor reaches: the height of a usual screen. */
  private static final int REACH = 50;

  private static final int LONGEST_LINE = 4000;

  private final int keep;
  private final List<String> head = new ArrayList<>();
  private final Deque<StringBuilder> tail = new ArrayDeque<>();
  private final Deque<StringBuilder> spare = new ArrayDeque<>();
  private final List<StringBuilder> open = new ArrayList<>();
  private long leftOut;
  private int row;
  private int column;

  KeptLines(int keep) {
    this.keep = keep;
    open.add(new StringBuilder());
  }

  void put(char c) {
    var line = open.get(row);
    if (column < line.length()) {
      line.setCharAt(column, c);
    } else if (column < LONGEST_LINE) {
      while (line.length() < column) {
        line.append(' ');
      }
      line.append(c);
    }
    column++;
  }

  void newLine() {
    column = 0;
    down(1);
  }

  void down(int count) {
    for (int i = 0; i < Math.min(count, REACH); i++) {
      row++;
      if (row == open.size()) {
        open.add(spare.isEmpty() ? new StringBuilder() : spare.pop());
      }
    }
    while (open.size() > REACH) {
      settleFirst();
    }
  }

  void up(int count) {
    row = Math.max(0, row - count);
  }

  void left(int count) {
    column = Math.max(0, column - count);
  }

  void right(int count) {
    column = Math.min(LONGEST_LINE, column + count);
  }

  void column(int to) {
    column = Math.min(LONGEST_LINE, to);
  }

  /** Erases as {@code CSI K} does: 0 to the line's end, 1 from its beginning, 2 all of it. */
  void eraseInLine(int part) {
    var line = open.get(row);
    if (part == 0) {
      line.setLength(Math.min(column, line.length()));
    } else {
      int end = part == 2 ? line.length() : Math.min(column + 1, line.length());
      for (int i = 0; i < end; i++) {
        line.setCharAt(i, ' ');
      }
    }
  }

  /** Erases as {@code CSI J} does: 0 what is below; otherwise the screen is a new one. */
  void eraseBelow(int part) {
    if (part == 0) {
      eraseInLine(0);
      while (open.size() > row + 1) {
        open.removeLast();
      }
    } else {
      settle();
    }
  }

  /** Puts all that was written out of the cursor's reach. */
  void settle() {
    while (open.size() > 1) {
      settleFirst();
    }
    if (!open.getFirst().isEmpty()) {
      open.add(new StringBuilder());
      row++;
      settleFirst();
    }
    column = 0;
  }

  private void settleFirst() {
    var line = open.removeFirst();
    row = Math.max(0, row - 1);
    if (head.size() < keep) {
      head.add(finished(line));
      reuse(line);
      return;
    }
    tail.add(line);
    if (tail.size() > keep) {
      reuse(tail.remove());
      leftOut++;
    }
  }

  /** Most lines of a flood are never seen: they cost no memory of their own. */
  private void reuse(StringBuilder line) {
    line.setLength(0);
    spare.push(line);
  }

  private static String finished(StringBuilder line) {
    var text = line.toString().stripTrailing();
    return line.length() < LONGEST_LINE ? text : text + "…";
  }

  String text() {
    var all = new ArrayList<>(head);
    tail.forEach(line -> all.add(finished(line)));
    open.forEach(line -> all.add(finished(line)));
    while (!all.isEmpty() && all.getLast().isEmpty()) {
      all.removeLast();
    }
    if (leftOut == 0 && all.size() <= 2 * keep) {
      return String.join("\n", all);
    }
    var shown = new ArrayList<>(all.subList(0, keep));
    shown.add("… " + (leftOut + (all.size() - 2L * keep)) + " lines left out …");
    shown.addAll(all.subList(all.size() - keep, all.size()));
    return String.join("\n", shown);
  }
}
