package dev.deckhand.shell.repl.edit;

/** Makes pasted text safe before it is inserted into the line. */
public final class PasteSanitizer {

  private static final int REPLACEMENT = 0xfffd;

  private PasteSanitizer() {}

  /**
   * Normalizes line ends, removes the last one so that nothing runs by surprise, and replaces
   * control characters other than tabs by U+FFFD, so that they can be seen.
   */
  public static String sanitize(String text) {
    var clean = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .map(point -> isAllowed(point) ? point : REPLACEMENT)
        .forEach(clean::appendCodePoint);
    int end = clean.length();
    while (end > 0 && clean.charAt(end - 1) == '\n') {
      end--;
    }
    return clean.substring(0, end);
  }

  private static boolean isAllowed(int point) {
    boolean turns = (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
    return point == '\n' || point == '\t' || !(Character.isISOControl(point) || turns);
  }
}
