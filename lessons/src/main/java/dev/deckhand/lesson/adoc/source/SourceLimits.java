package dev.deckhand.lesson.adoc.source;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks a file line by line before Asciidoctor parses it, for directives that read other files and
 * for markup that would exhaust time or memory.
 */
final class SourceLimits {

  private static final Pattern INCLUDE = Pattern.compile("(?:^|[|\\[])include::\\S.*\\[");
  private static final Pattern CONDITION = Pattern.compile("(?:ifn?def|ifeval)::.*\\[.*");
  private static final Pattern SECTION = Pattern.compile("(={1,6}|#{1,6})\\s+\\S.*");
  private static final Pattern DEEP_LIST = Pattern.compile("\\s*([*.])\\1{7,}\\s+\\S.*");
  private static final Pattern DEEP_QUOTE = Pattern.compile("(?:>\\s?){8}");
  private static final Pattern WIDE_FENCE = Pattern.compile("([=_*\\-+./|~])\\1{40,}\\s*");
  // these two are searched in linear time
  private static final Pattern MANY_CELLS =
      Pattern.compile("(?<!\\S)\\d{3,}+(?:\\.\\d++)?[*+][^\\s|]*[|!:;,]");
  private static final Pattern MANY_COLUMNS = Pattern.compile("\\d{3}\\*");
  private static final int MAX_SECTIONS = 300;
  private static final int MAX_CELLS = 3_000;
  private static final int MAX_EMPTY_LINES = 3_000;
  private static final int MAX_BRACES = 10_000;
  private static final int MAX_PARAGRAPH_LENGTH = 16_000;

  private final DiagnosticCollector diagnostics;
  private final Set<String> reported = new HashSet<>();
  private int sections;
  private int cells;
  private int emptyLines;
  private int braces;
  private int paragraphLength;

  SourceLimits(DiagnosticCollector diagnostics) {
    this.diagnostics = diagnostics;
  }

  boolean isWithinLimits() {
    return reported.isEmpty();
  }

  void checkLine(String line, int number) {
    checkAmounts(line, number);
    if (line.length() <= MAX_PARAGRAPH_LENGTH) {
      checkCharacters(line, number);
      checkMarkup(line, number);
    }
  }

  private void checkCharacters(String line, int number) {
    line.chars()
        .filter(c -> Character.isISOControl(c) && c != '\t')
        .findFirst()
        .ifPresent(c ->
            reject(
                number,
                "There is a control character (U+%04X).".formatted(c),
                "Delete it: a lesson is plain text."));
    line.codePoints()
        .filter(SourceLimits::isInvisible)
        .findFirst()
        .ifPresent(c ->
            reject(
                number,
                "There is a character that nobody sees (U+%04X).".formatted(c),
                "Delete it: what is shown must be what is there."));
  }

  /**
   * Bidirectional overrides, invisible separators and noncharacters. Joiners and direction marks
   * are allowed: scripts and emoji need them.
   */
  private static boolean isInvisible(int c) {
    return (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x2028
        || c == 0x2029
        || c == 0x200b
        || c == 0x2060
        || c == 0xfeff
        || c == 0x00ad
        || (c & 0xfffe) == 0xfffe;
  }

  private void checkMarkup(String line, int number) {
    if (INCLUDE.matcher(line).find()) {
      reject(
          number,
          "A lesson is one file: include:: is not read.",
          "Copy what is needed; write \\include:: to show the word itself.");
    }
    if (CONDITION.matcher(line).matches()) {
      diagnostics.warning(
          number,
          "A condition hides a part of the lesson from some readers.",
          "Take it out: a lesson is the same for all; write \\ifdef:: to show the word itself.");
    }
    if (DEEP_LIST.matcher(line).matches()) {
      reject(number, "This list is nested too deep.", "Stay within three levels.");
    }
    if (DEEP_QUOTE.matcher(line).lookingAt()) {
      reject(number, "This quote is nested too deep.", "Stay within three levels.");
    }
    if (WIDE_FENCE.matcher(line).matches()) {
      reject(number, "This delimiter has more than 40 characters.", "Four are enough.");
    }
    boolean columns = line.startsWith("[") && line.contains("cols");
    if (MANY_CELLS.matcher(line).find() || (columns && MANY_COLUMNS.matcher(line).find())) {
      reject(number, "A table is told to repeat a cell or column 100 times or more.", "Use fewer.");
    }
  }

  private void checkAmounts(String line, int number) {
    sections += SECTION.matcher(line).matches() ? 1 : 0;
    braces += (int) line.chars().filter(c -> c == '{').count();
    cells += (int) line.chars().filter(c -> c == '|').count();
    emptyLines += line.isBlank() ? 1 : 0;
    paragraphLength = line.isBlank() ? 0 : paragraphLength + line.length();
    if (sections > MAX_SECTIONS) {
      reject(number, "There are more than 300 headings.", "Split the lesson.");
    }
    if (cells > MAX_CELLS) {
      reject(number, "There are more than 3,000 cells, or signs for one (|).", "Split the lesson.");
    }
    if (emptyLines > MAX_EMPTY_LINES) {
      reject(number, "There are more than 3,000 empty lines.", "Split the lesson.");
    }
    if (braces > MAX_BRACES) {
      reject(number, "There are more than 10,000 braces.", "Split the lesson.");
    }
    if (paragraphLength > MAX_PARAGRAPH_LENGTH) {
      reject(
          number, "There are 16,000 characters without an empty line.", "Put empty lines between.");
    }
  }

  private void reject(int number, String message, String remedy) {
    // only the first of each kind is reported
    if (reported.add(message)) {
      diagnostics.error(number, message, remedy);
    }
  }
}
