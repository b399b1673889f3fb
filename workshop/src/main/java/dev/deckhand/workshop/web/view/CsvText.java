package dev.deckhand.workshop.web.view;

import java.util.List;
import java.util.stream.Collectors;

/** CSV as of RFC 4180, for spreadsheets that take some texts for formulas. */
final class CsvText {

  private static final String FORMULA_STARTS = "=+-@\t\r\n";
  private static final String WIDE_FORMULA_STARTS = "\uff1d\uff0b\uff0d\uff20";

  private CsvText() {}

  static String of(List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(CsvText::cell).collect(Collectors.joining(",")))
        .map(line -> line + "\r\n")
        .collect(Collectors.joining());
  }

  /** A cell: without control characters, and never a formula, also after spaces. */
  static String cell(String value) {
    String clean =
        value
            .codePoints()
            .filter(c -> c == '\n' || !Character.isISOControl(c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String shown = clean.replaceFirst("^[\\s\\p{Z}\\p{Cf}]+", "");
    boolean formula =
        !shown.isEmpty()
            && (FORMULA_STARTS.indexOf(shown.charAt(0)) >= 0
                || WIDE_FORMULA_STARTS.indexOf(shown.charAt(0)) >= 0);
    String safe = formula ? "'" + clean : clean;
    boolean quoted = safe.chars().anyMatch(c -> ",\"'\n;".indexOf(c) >= 0);
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
