package dev.deckhand.check.document;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.pattern.DataNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the scalars of a document. */
final class ScalarReader {
  /** Words that are true or false in YAML 1.1, and so for kubectl, which surprises many authors. */
  private static final Set<String> AMBIGUOUS =
      Set.of(
          "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off",
          "OFF");

  private static final int MAX_DIGITS = 60;
  private static final int MAX_EXPONENT = 400;

  private final BlockDiagnostics diagnostics;

  ScalarReader(BlockDiagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Returns the value; a scalar that can't be read is reported and becomes a text. */
  DataNode read(ScalarNode scalar) {
    SourcePosition position = diagnostics.positionOf(scalar.getStartMark());
    String text = scalar.getValue();
    if (scalar.getScalarStyle() == ScalarStyle.PLAIN && AMBIGUOUS.contains(text)) {
      diagnostics.add(
          position,
          text + " is true or false to kubectl, and a text to most people.",
          "Write true or false, or \"" + text + "\" in quotes.");
      return new DataNode.Text(text);
    }
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.STR) || tag.equals(Tag.MERGE)) {
      return new DataNode.Text(text);
    }
    if (tag.equals(Tag.NULL)) {
      return new DataNode.Absent();
    }
    if (tag.equals(Tag.BOOL)) {
      return flag(text, position);
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(text, position);
    }
    diagnostics.add(
        position, "The tag " + tag.getValue() + " has no meaning in a check.", "Leave it out.");
    return new DataNode.Text(text);
  }

  private DataNode flag(String text, SourcePosition position) {
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return new DataNode.Flag(text.equalsIgnoreCase("true"));
    }
    diagnostics.add(
        position, "\"" + text + "\" is neither true nor false.", "Write true or false.");
    return new DataNode.Text(text);
  }

  private DataNode number(String text, SourcePosition position) {
    String plain = text.replace("_", "");
    if (ManifestScalarResolver.WHOLE.matcher(text).matches() && text.length() <= MAX_DIGITS) {
      return new DataNode.Numeral(new BigDecimal(whole(plain)));
    }
    if (!ManifestScalarResolver.DECIMAL.matcher(text).matches()
        || text.toLowerCase(java.util.Locale.ROOT).matches(".*[a-df-z].*")) {
      diagnostics.add(
          position,
          "\"" + text + "\" is not a number that an object can hold.",
          "Write one, or put it in quotes.");
    } else if (plain.length() <= MAX_DIGITS && exponent(plain) <= MAX_EXPONENT) {
      return new DataNode.Numeral(new BigDecimal(plain));
    } else {
      diagnostics.add(
          position, "A number is too large to be compared.", "Put it in quotes if it is a text.");
    }
    return new DataNode.Text(text);
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
