package dev.deckhand.lab.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows under headings in aligned columns, as helm prints them. */
record HelmTable(List<List<String>> rows) {

  static HelmTable withHeadings(String... headings) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(headings));
    return new HelmTable(rows);
  }

  /** Adds a row; null makes an empty cell. */
  void add(@Nullable String... cells) {
    rows.add(Stream.of(cells).map(cell -> Objects.requireNonNullElse(cell, "")).toList());
  }

  String render() {
    var widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    var text = new StringBuilder();
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        text.append(row.get(column));
        text.append(" ".repeat(widths[column] - row.get(column).length()));
        text.append(column == widths.length - 1 ? "\n" : "\t");
      }
    }
    return text.toString();
  }
}
