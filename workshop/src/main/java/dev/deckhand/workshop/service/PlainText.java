package dev.deckhand.workshop.service;

import dev.deckhand.workshop.room.Refusal;
import java.text.Normalizer;
import java.util.Locale;

/** Checks what people write: names and messages are shown to others. */
final class PlainText {

  private static final int MAX_NAME = 40;
  private static final int MAX_MESSAGE = 1000;

  private PlainText() {}

  /** A name, composed and without spaces around it. */
  static String name(String typed) throws Refusal {
    String name = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    boolean allowed =
        !name.isEmpty()
            && name.codePointCount(0, name.length()) <= MAX_NAME
            && name.codePoints().allMatch(PlainText::isNameCharacter)
            && name.codePoints().anyMatch(Character::isLetterOrDigit);
    if (!allowed) {
      throw new Refusal(
          Refusal.Reason.NAME_NOT_VALID,
          "That name can't be used.",
          "Use 1 to " + MAX_NAME + " letters, digits, spaces, and . - _ '.");
    }
    return name;
  }

  private static boolean isNameCharacter(int character) {
    return Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.NON_SPACING_MARK
        || " .-_'’".indexOf(character) >= 0;
  }

  /** What two names are compared by: case, spaces and punctuation don't tell them apart. */
  static String nameKey(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A message, in which control and formatting characters become spaces. */
  static String message(String typed) throws Refusal {
    String text =
        typed
            .codePoints()
            .map(character -> isShown(character) ? character : ' ')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    if (text.isEmpty() || text.length() > MAX_MESSAGE) {
      throw new Refusal(
          Refusal.Reason.NOT_VALID,
          text.isEmpty() ? "The message is empty." : "The message is too long.",
          "Write 1 to " + MAX_MESSAGE + " characters.");
    }
    return text;
  }

  private static boolean isShown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
