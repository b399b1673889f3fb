package dev.deckhand.shell.repl.complete;

import java.util.List;

/**
 * A suggestion for the word at the cursor.
 *
 * @param description a short description; empty for none
 * @param complete whether the word ends with it, so that a space may follow
 */
public record Suggestion(String value, String description, boolean complete) {

  private static final int LONGEST_DESCRIPTION = 60;

  public Suggestion {
    description = shortened(description);
  }

  /** A whole word. */
  static Suggestion of(String value) {
    return new Suggestion(value, "", true);
  }

  static Suggestion of(String value, String description) {
    return new Suggestion(value, description, true);
  }

  static List<Suggestion> all(List<String> values) {
    return values.stream().map(Suggestion::of).toList();
  }

  /**
   * Whether it can be shown and typed as it is: no control characters, and none that change the
   * direction of text.
   */
  boolean isSafe() {
    return !value.isEmpty() && value.codePoints().allMatch(Suggestion::isPrintable);
  }

  private static boolean isPrintable(int point) {
    int type = Character.getType(point);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  private static String shortened(String text) {
    var line = new StringBuilder();
    text.codePoints().map(point -> isPrintable(point) ? point : ' ').forEach(line::appendCodePoint);
    String flat = line.toString().strip();
    return flat.length() <= LONGEST_DESCRIPTION
        ? flat
        : flat.substring(0, LONGEST_DESCRIPTION - 1).stripTrailing() + "…";
  }
}
