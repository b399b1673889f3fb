package dev.deckhand.shell.view;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;

/** Tables: side by side where there is room, else row by row as a list. */
final class Tables {

  private static final int GAP = 2;

  /** A column narrower than this, where its text is wider, is not worth having. */
  private static final int LEAST = 12;

  private final Look look;
  private final Inlines inlines;

  Tables(Look look) {
    this.look = look;
    this.inlines = new Inlines(look);
  }

  List<AttributedString> table(Block.Table table, int width) {
    var header = cells(table.header(), true);
    var rows = table.rows().stream().map(row -> cells(row, false)).toList();
    var body = grid(header, rows, width);
    if (table.title().isEmpty()) {
      return body;
    }
    return Lines.joined(Wrap.lines(Ink.of(table.title(), look.palette().strong()), width), body);
  }

  /** Draws cells; an empty header draws none. */
  List<AttributedString> grid(
      List<AttributedString> header, List<List<AttributedString>> rows, int width) {
    var all = new ArrayList<List<AttributedString>>(rows);
    if (!header.isEmpty()) {
      all.addFirst(header);
    }
    if (all.isEmpty()) {
      return List.of();
    }
    var natural = natural(all);
    var widths = Widths.fit(natural, width - GAP * (natural.size() - 1), LEAST);
    boolean cramped = width < Look.NARROW && !widths.equals(natural);
    return widths.isEmpty() || cramped ? stacked(header, rows, width) : side(header, rows, widths);
  }

  private List<AttributedString> cells(List<List<Inline>> row, boolean header) {
    return row.stream()
        .map(cell -> header ? inlines.text(cell, look.palette().strong()) : inlines.text(cell))
        .toList();
  }

  private static List<Integer> natural(List<List<AttributedString>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, columns)
        .mapToObj(column ->
            rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> widest(row.get(column)))
                .max()
                .orElse(0))
        .toList();
  }

  private static int widest(AttributedString cell) {
    return Wrap.lines(cell, Integer.MAX_VALUE).stream()
        .mapToInt(AttributedString::columnLength)
        .max()
        .orElse(0);
  }

  private List<AttributedString> side(
      List<AttributedString> header, List<List<AttributedString>> rows, List<Integer> widths) {
    var lines = new ArrayList<AttributedString>();
    if (!header.isEmpty()) {
      lines.addAll(row(header, widths));
      var rules =
          widths.stream()
              .map(w -> Ink.of(look.marks().line().repeat(w), look.palette().line()))
              .toList();
      lines.addAll(row(rules, widths));
    }
    rows.forEach(row -> lines.addAll(row(row, widths)));
    return lines;
  }

  private static List<AttributedString> row(List<AttributedString> cells, List<Integer> widths) {
    var wrapped =
        IntStream.range(0, cells.size())
            .mapToObj(i -> Wrap.lines(cells.get(i), widths.get(i)))
            .toList();
    int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
    var lines = new ArrayList<AttributedString>();
    for (int y = 0; y < height; y++) {
      lines.add(across(wrapped, widths, y));
    }
    return lines;
  }

  private static AttributedString across(
      List<List<AttributedString>> cells, List<Integer> widths, int y) {
    var ink = new Ink();
    int column = 0;
    for (int i = 0; i < cells.size(); i++) {
      if (y < cells.get(i).size() && cells.get(i).get(y).length() > 0) {
        ink.pad(column).put(cells.get(i).get(y));
      }
      column += widths.get(i) + GAP;
    }
    return ink.done();
  }

  private List<AttributedString> stacked(
      List<AttributedString> header, List<List<AttributedString>> rows, int width) {
    var parts = new ArrayList<List<AttributedString>>();
    for (var row : rows) {
      var lines = new ArrayList<AttributedString>();
      for (int i = 0; i < row.size(); i++) {
        var ink = new Ink();
        if (i < header.size()) {
          ink.put(header.get(i)).put(": ", look.palette().strong());
        }
        var indent = Lines.blank(i == 0 ? 0 : GAP);
        var cell = Wrap.lines(ink.put(row.get(i)).done(), width - GAP * 2);
        lines.addAll(Lines.hang(indent, Lines.blank(GAP * 2), cell));
      }
      parts.add(lines);
    }
    return Lines.apart(parts);
  }
}
