package dev.deckhand.lesson.adoc;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks at a file line by line before AsciiDoc sees it, for what would read other files, or would
 * take a machine down for a lesson's sake.
 */
final class Bounds {

  private static final Pattern INCLUDE = Pattern.compile("include::\\S.*\\[.*]\\s*");
  private static final Pattern SECTION = Pattern.compile("(={1,6}|#{1,6})\\s+\\S.*");
  private static final Pattern DEEP = Pattern.compile("\\s*([*.])\\1{7,}\\s+\\S.*");
  private static final Pattern WIDE_FENCE = Pattern.compile("([=_*\\-+./|~])\\1{40,}\\s*");
  private static final Pattern MANY_CELLS =
      Pattern.compile("(.*\\s)?\\d{3,}(\\.\\d+)?[*+][^\\s|]*[|!:;,].*");
  private static final Pattern MANY_COLUMNS = Pattern.compile("\\[.*cols.*\\d{3,}\\*.*");
  private static final int MOST_SECTIONS = 300;
  private static final int MOST_GAPS = 3_000;
  private static final int MOST_BRACES = 10_000;
  private static final int LONGEST_PARAGRAPH = 16_000;

  private final Ledger ledger;
  private final Set<String> refused = new HashSet<>();
  private int sections;
  private int gaps;
  private int braces;
  private int paragraph;

  Bounds(Ledger ledger) {
    this.ledger = ledger;
  }

  boolean kept() {
    return refused.isEmpty();
  }

  void see(String line, int number) {
    controls(line, number);
    shape(line, number);
    amount(line, number);
  }

  private void controls(String line, int number) {
    line.chars()
        .filter(c -> Character.isISOControl(c) && c != '\t')
        .findFirst()
        .ifPresent(c ->
            refuse(
                number,
                "There is a control character (U+%04X).".formatted(c),
                "Delete it: a lesson is plain text."));
  }

  private void shape(String line, int number) {
    if (INCLUDE.matcher(line).matches()) {
      refuse(
          number,
          "A lesson is one file: include:: is not read.",
          "Copy what is needed; write \\include:: to show the word itself.");
    }
    if (DEEP.matcher(line).matches()) {
      refuse(number, "This list is nested too deep.", "Stay within three levels.");
    }
    if (WIDE_FENCE.matcher(line).matches()) {
      refuse(number, "This delimiter has more than 40 characters.", "Four are enough.");
    }
    if (MANY_CELLS.matcher(line).matches() || MANY_COLUMNS.matcher(line).matches()) {
      refuse(number, "A table is told to repeat a cell or column 100 times or more.", "Use fewer.");
    }
  }

  private void amount(String line, int number) {
    sections += SECTION.matcher(line).matches() ? 1 : 0;
    braces += (int) line.chars().filter(c -> c == '{').count();
    gaps += line.isBlank() ? 1 : 0;
    paragraph = line.isBlank() ? 0 : paragraph + line.length();
    if (sections > MOST_SECTIONS) {
      refuse(number, "There are more than 300 headings.", "Split the lesson.");
    }
    if (gaps > MOST_GAPS) {
      refuse(number, "There are more than 3,000 empty lines.", "Split the lesson.");
    }
    if (braces > MOST_BRACES) {
      refuse(number, "There are more than 10,000 braces.", "Split the lesson.");
    }
    if (paragraph > LONGEST_PARAGRAPH) {
      refuse(
          number, "There are 16,000 characters without an empty line.", "Put empty lines between.");
    }
  }

  private void refuse(int number, String message, String remedy) {
    // the first of its kind is enough to find the rest
    if (refused.add(message)) {
      ledger.error(ledger.at(number), message, remedy);
    }
  }
}
