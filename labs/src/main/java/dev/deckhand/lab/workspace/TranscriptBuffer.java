package dev.deckhand.lab.workspace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The first and the last lines of a text that is being written, with a cursor that can move back
 * over the newest lines, as progress bars do.
 */
final class TranscriptBuffer {

  /** How far up the cursor can move: the height of a usual screen. */
  private static final int CURSOR_REACH = 50;

  private static final int MAX_LINE_LENGTH = 4000;

  private final int limit;
  private final List<String> head = new ArrayList<>();
  private final Deque<StringBuilder> tail = new ArrayDeque<>();
  private final Deque<StringBuilder> spare = new ArrayDeque<>();
  private final List<StringBuilder> editable = new ArrayList<>();
  private long omitted;
  private int row;
  private int column;

  TranscriptBuffer(int limit) {
    this.limit = limit;
    editable.add(new StringBuilder());
  }

  void put(char c) {
    var line = editable.get(row);
    if (column < line.length()) {
      line.setCharAt(column, c);
    } else if (column < MAX_LINE_LENGTH) {
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
    for (int i = 0; i < Math.min(count, CURSOR_REACH); i++) {
      row++;
      if (row == editable.size()) {
        editable.add(spare.isEmpty() ? new StringBuilder() : spare.pop());
      }
    }
    while (editable.size() > CURSOR_REACH) {
      commitFirst();
    }
  }

  void up(int count) {
    row = Math.max(0, row - count);
  }

  void left(int count) {
    column = Math.max(0, column - count);
  }

  void right(int count) {
    column = Math.min(MAX_LINE_LENGTH, column + count);
  }

  void column(int to) {
    column = Math.min(MAX_LINE_LENGTH, to);
  }

  /** Erases as {@code CSI K} does: 0 to the end of the line, 1 from its beginning, 2 all of it. */
  void eraseInLine(int part) {
    var line = editable.get(row);
    if (part == 0) {
      line.setLength(Math.min(column, line.length()));
    } else {
      int end = part == 2 ? line.length() : Math.min(column + 1, line.length());
      for (int i = 0; i < end; i++) {
        line.setCharAt(i, ' ');
      }
    }
  }

  /** Erases as {@code CSI J} does: 0 everything below; otherwise the whole screen. */
  void eraseBelow(int part) {
    if (part == 0) {
      eraseInLine(0);
      while (editable.size() > row + 1) {
        editable.removeLast();
      }
    } else {
      commit();
    }
  }

  /** Ends all lines, so that the cursor can no longer reach them. */
  void commit() {
    while (editable.size() > 1) {
      commitFirst();
    }
    if (!editable.getFirst().isEmpty()) {
      editable.add(new StringBuilder());
      row++;
      commitFirst();
    }
    column = 0;
  }

  private void commitFirst() {
    var line = editable.removeFirst();
    row = Math.max(0, row - 1);
    if (head.size() < limit) {
      head.add(trimmed(line));
      recycle(line);
      return;
    }
    tail.add(line);
    if (tail.size() > limit) {
      recycle(tail.remove());
      omitted++;
    }
  }

  /** Reuses buffers, since most lines of long output are dropped. */
  private void recycle(StringBuilder line) {
    line.setLength(0);
    spare.push(line);
  }

  private static String trimmed(StringBuilder line) {
    var text = line.toString().stripTrailing();
    return line.length() < MAX_LINE_LENGTH ? text : text + "…";
  }

  String text() {
    var all = new ArrayList<>(head);
    tail.forEach(line -> all.add(trimmed(line)));
    editable.forEach(line -> all.add(trimmed(line)));
    while (!all.isEmpty() && all.getLast().isEmpty()) {
      all.removeLast();
    }
    if (omitted == 0 && all.size() <= 2 * limit) {
      return String.join("\n", all);
    }
    var shown = new ArrayList<>(all.subList(0, limit));
    shown.add("… " + (omitted + (all.size() - 2L * limit)) + " lines left out …");
    shown.addAll(all.subList(all.size() - limit, all.size()));
    return String.join("\n", shown);
  }
}
