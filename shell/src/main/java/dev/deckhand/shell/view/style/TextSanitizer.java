package dev.deckhand.shell.view.style;

import java.util.regex.Pattern;

/**
 * Makes untrusted text safe to print.
 *
 * <p>Whole control sequences (ECMA-48: CSI, OSC, DCS and the like) are dropped. Any other control
 * character, half of a surrogate pair, and marks that turn the direction of all that follows
 * (U+202A to U+202E, U+2066 to U+2069) become U+FFFD, so that one sees that something was there.
 * Text of a right-to-left script is left alone: its order is the terminal's business.
 */
final class TextSanitizer {

  private static final Pattern SEQUENCE =
      Pattern.compile(
          "(?:\u001b\\[|\u009b)[0-?]*[ -/]*[@-~]"
              + "|(?:\u001b[\\]PX^_]|[\u0090\u0098\u009d-\u009f])"
              + "[^\u0007\u001b\u009c\r\n]*(?:\u0007|\u001b\\\\|\u009c)"
              + "|\u001b[ -/]+[0-~]");
  private static final String TAB = "    ";
  private static final char REPLACEMENT = '\ufffd';

  private TextSanitizer() {}

  /** Returns the text as one harmless line: line ends become spaces. */
  static String singleLine(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return text;
    }
    var clean = new StringBuilder(text.length());
    SEQUENCE
        .matcher(text)
        .replaceAll("")
        .replace("\r\n", "\n")
        .codePoints()
        .forEach(point -> append(clean, point));
    return clean.toString();
  }

  private static void append(StringBuilder clean, int point) {
    if (point == '\t') {
      clean.append(TAB);
    } else if (point == '\n' || point == 0x2028 || point == 0x2029) {
      clean.append(' ');
    } else if (Character.isISOControl(point) || isSurrogate(point) || turnsDirection(point)) {
      clean.append(REPLACEMENT);
    } else {
      clean.appendCodePoint(point);
    }
  }

  private static boolean isSurrogate(int point) {
    return Character.getType(point) == Character.SURROGATE;
  }

  private static boolean turnsDirection(int point) {
    return (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
  }
}
