package dev.deckhand.check.document;

import dev.deckhand.check.Node;
import dev.deckhand.check.Place;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the scalars of a document. */
final class ScalarReader {
  /**
   * Words that YAML 1.1, and so kubectl, takes for true and false, to many an author's surprise.
   */
  private static final Set<String> AMBIGUOUS =
      Set.of(
          "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off",
          "OFF");

  private static final int MOST_DIGITS = 60;
  private static final int LARGEST_EXPONENT = 400;

  private final Flaws flaws;

  ScalarReader(Flaws flaws) {
    this.flaws = flaws;
  }

  /** Returns the value; what cannot be read becomes a flaw and a text. */
  Node read(ScalarNode scalar) {
    Place place = flaws.at(scalar.getStartMark());
    String text = scalar.getValue();
    if (scalar.getScalarStyle() == ScalarStyle.PLAIN && AMBIGUOUS.contains(text)) {
      flaws.add(
          place,
          text + " is true or false to kubectl, and a text to most people.",
          "Write true or false, or \"" + text + "\" in quotes.");
      return new Node.Text(text);
    }
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.STR) || tag.equals(Tag.MERGE)) {
      return new Node.Text(text);
    }
    if (tag.equals(Tag.NULL)) {
      return new Node.Absent();
    }
    if (tag.equals(Tag.BOOL)) {
      return flag(text, place);
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(text, place);
    }
    flaws.add(place, "The tag " + tag.getValue() + " has no meaning in a check.", "Leave it out.");
    return new Node.Text(text);
  }

  private Node flag(String text, Place place) {
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return new Node.Flag(text.equalsIgnoreCase("true"));
    }
    flaws.add(place, "\"" + text + "\" is neither true nor false.", "Write true or false.");
    return new Node.Text(text);
  }

  private Node number(String text, Place place) {
    String plain = text.replace("_", "");
    if (ManifestScalars.WHOLE.matcher(text).matches() && text.length() <= MOST_DIGITS) {
      return new Node.Numeral(new BigDecimal(whole(plain)));
    }
    if (!ManifestScalars.DECIMAL.matcher(text).matches()
        || text.toLowerCase(java.util.Locale.ROOT).matches(".*[a-df-z].*")) {
      flaws.add(
          place,
          "\"" + text + "\" is not a number that an object can hold.",
          "Write one, or put it in quotes.");
    } else if (plain.length() <= MOST_DIGITS && exponent(plain) <= LARGEST_EXPONENT) {
      return new Node.Numeral(new BigDecimal(plain));
    } else {
      flaws.add(
          place, "A number is too large to be compared.", "Put it in quotes if it is a text.");
    }
    return new Node.Text(text);
  }

  private static BigInteger whole(String plain) {
    boolean isNegative = plain.startsWith("-");
    String digits = isNegative || plain.startsWith("+") ? plain.substring(1) : plain;
    String marked = digits.length() > 1 && digits.startsWith("0") ? digits.substring(1) : "";
    BigInteger value =
        switch (marked.isEmpty() ? ' ' : Character.toLowerCase(marked.charAt(0))) {
          case ' ' -> new BigInteger(digits);
          case 'x' -> new BigInteger(orZero(marked.substring(1)), 16);
          case 'b' -> new BigInteger(orZero(marked.substring(1)), 2);
          case 'o' -> new BigInteger(orZero(marked.substring(1)), 8);
          default -> new BigInteger(marked, 8);
        };
    return isNegative ? value.negate() : value;
  }

  private static String orZero(String digits) {
    return digits.isEmpty() ? "0" : digits;
  }

  private static long exponent(String plain) {
    int mark = Math.max(plain.indexOf('e'), plain.indexOf('E'));
    return mark < 0 || plain.length() - mark > 12
        ? (mark < 0 ? 0 : Long.MAX_VALUE)
        : Math.abs(Long.parseLong(plain.substring(mark + 1)));
  }
}
