package dev.deckhand.shell.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV by the grammar of RFC 4180, and refuses what isn't in it. */
final class CsvRows {

  private CsvRows() {}

  static List<List<String>> read(String text) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    int at = 0;
    while (at < text.length()) {
      var cell = new StringBuilder();
      if (text.charAt(at) == '"') {
        at++;
        while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
          cell.append(text.charAt(at));
          at += text.startsWith("\"\"", at) ? 2 : 1;
        }
        at++;
      } else {
        while (",\r".indexOf(text.charAt(at)) < 0) {
          assertThat(text.charAt(at)).isNotIn('"', '\n');
          cell.append(text.charAt(at++));
        }
      }
      row.add(cell.toString());
      if (text.charAt(at) == ',') {
        at++;
      } else {
        assertThat(text.startsWith("\r\n", at)).as("the end of a row").isTrue();
        at += 2;
        rows.add(List.copyOf(row));
        row.clear();
      }
    }
    return rows;
  }
}
