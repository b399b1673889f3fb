package dev.deckhand.workshop.service;

import dev.deckhand.workshop.room.Refusal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks what people write: names and messages are shown to others. */
final class PlainText {

  private static final int MAX_NAME = 40;
  private static final int MAX_MESSAGE = 1000;

  /** What Unicode calls letters, and no font draws: fillers of Hangul. */
  private static final String INVISIBLE_LETTERS = "\u115f\u1160\u3164\uffa0";

  /** More marks on one letter than any language writes are drawn over the lines around it. */
  private static final Pattern STACKED_MARKS = Pattern.compile("\\p{Mn}{4}");

  private static final Set<Character.UnicodeScript> LOOK_ALIKE =
      Set.of(
          Character.UnicodeScript.LATIN,
          Character.UnicodeScript.GREEK,
          Character.UnicodeScript.CYRILLIC);

  private PlainText() {}

  /** A name, composed and without spaces around it. */
  static String name(String typed) throws Refusal {
    String name = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    boolean allowed =
        !name.isEmpty()
            && name.codePointCount(0, name.length()) <= MAX_NAME
            && name.codePoints().allMatch(PlainText::isNameCharacter)
            && name.codePoints().anyMatch(Character::isLetterOrDigit)
            && !STACKED_MARKS.matcher(name).find()
            && !isOfTwoAlphabets(name);
    if (!allowed) {
      throw new Refusal(
          Refusal.Reason.NAME_NOT_VALID,
          "That name can't be used.",
          "Use 1 to " + MAX_NAME + " letters, digits, spaces, and . - _ '.");
    }
    return name;
  }

  private static boolean isNameCharacter(int character) {
    int type = Character.getType(character);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    return (Character.isLetterOrDigit(character) || mark || " .-_'’".indexOf(character) >= 0)
        && INVISIBLE_LETTERS.indexOf(character) < 0;
  }

  /** Letters of these alphabets look like one another's, and a second Ann would look like Ann. */
  private static boolean isOfTwoAlphabets(String name) {
    return name.codePoints()
            .mapToObj(Character.UnicodeScript::of)
            .filter(LOOK_ALIKE::contains)
            .distinct()
            .count()
        > 1;
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
