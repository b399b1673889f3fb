package dev.deckhand.shell.report;

import java.nio.charset.StandardCharsets;

/**
 * The end of what a submission printed.
 *
 * @param text at most {@value #MAX_CHARS} characters (UTF-16 units); what is longer is cut at its
 *     front, after a line end if there's one, and never inside a character
 * @param omittedBytes how many bytes (UTF-8) were printed before it
 */
public record OutputTail(String text, long omittedBytes) {

  /** The longest text that is kept. */
  public static final int MAX_CHARS = 8_000;

  /** Nothing was printed. */
  public static final OutputTail NONE = new OutputTail("", 0);

  public OutputTail {
    if (omittedBytes < 0) {
      throw new IllegalArgumentException("fewer than no bytes were left out: " + omittedBytes);
    }
    if (text.length() > MAX_CHARS) {
      String kept = end(text);
      String cut = text.substring(0, text.length() - kept.length());
      omittedBytes += cut.getBytes(StandardCharsets.UTF_8).length;
      text = kept;
    }
  }

  private static String end(String text) {
    int start = text.length() - MAX_CHARS;
    if (Character.isLowSurrogate(text.charAt(start))) {
      start++;
    }
    int lineEnd = text.indexOf('\n', start - 1);
    boolean isNear = lineEnd >= 0 && lineEnd < text.length() - MAX_CHARS / 2;
    return text.substring(isNear ? lineEnd + 1 : start);
  }
}
