package dev.deckhand.workshop.store;

import java.util.HexFormat;

/**
 * JSON whose other characters than those of ASCII are escaped. Any text of Java's comes back from a
 * database in it, also with characters that the database's encoding lacks, NUL, and halves of
 * surrogate pairs.
 */
final class AsciiJson {

  private static final HexFormat HEX = HexFormat.of();
  private static final int LAST_PLAIN = 0x7e;

  private AsciiJson() {}

  /**
   * Escapes characters. Outside of strings, JSON has only ASCII, so each of them is in a string.
   *
   * @param json valid JSON on one line
   */
  static String of(String json) {
    if (json.chars().allMatch(character -> character <= LAST_PLAIN)) {
      return json;
    }
    var ascii = new StringBuilder(json.length() + json.length() / 2);
    for (int i = 0; i < json.length(); i++) {
      char character = json.charAt(i);
      if (character <= LAST_PLAIN) {
        ascii.append(character);
      } else {
        ascii.append("\\u").append(HEX.toHexDigits(character));
      }
    }
    return ascii.toString();
  }
}
