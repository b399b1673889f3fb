package dev.deckhand.shell.journal;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One of several learners who share an account; the name is also the name of a folder.
 *
 * @param name letters, digits, spaces, {@code . _ -}; begins with a letter or digit; at most 40
 *     characters
 */
public record Learner(String name) {

  private static final int MAX_CHARACTERS = 40;

  /** A folder's name has at most 255 bytes; some are reserved for suffixes. */
  private static final int MAX_BYTES = 200;

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._-]*");

  public Learner {
    name = Normalizer.normalize(name, Normalizer.Form.NFC);
    if (name.codePointCount(0, name.length()) > MAX_CHARACTERS
        || name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "A learner's name has at most " + MAX_CHARACTERS + " characters; this one has more.");
    }
    if (!NAME.matcher(name).matches() || name.endsWith(" ") || name.endsWith(".")) {
      throw new IllegalArgumentException(
          "A learner's name is made of letters, digits, spaces, \".\", \"_\" and \"-\"; it begins"
              + " with a letter or digit, and does not end with a space or a dot.");
    }
  }

  /**
   * Whether two names differ only by case or Unicode encoding; some file systems treat them alike.
   */
  boolean differsByCaseAlone(String other) {
    return caseFolded(name).equals(caseFolded(other)) && !name.equals(other);
  }

  private static String caseFolded(String text) {
    String upper =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    return Normalizer.normalize(upper, Normalizer.Form.NFKC);
  }
}
