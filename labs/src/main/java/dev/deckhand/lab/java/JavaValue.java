package dev.deckhand.lab.java;

import dev.deckhand.check.Node;
import java.math.BigDecimal;
import java.util.Set;

/** What JShell shows of a value, as data that a check can compare. */
final class JavaValue {

  private static final Set<String> NUMBERS =
      Set.of(
          "int",
          "long",
          "short",
          "byte",
          "double",
          "float",
          "Integer",
          "Long",
          "Short",
          "Byte",
          "Double",
          "Float",
          "BigInteger",
          "BigDecimal",
          "java.math.BigInteger",
          "java.math.BigDecimal");

  private JavaValue() {}

  /** Numbers, truths and texts are what they are; of anything else it is what it prints. */
  static Node of(String type, String shown) {
    if (shown.equals("null")) {
      return new Node.Absent();
    }
    if (type.equalsIgnoreCase("boolean")) {
      return new Node.Flag(Boolean.parseBoolean(shown));
    }
    if (NUMBERS.contains(type)) {
      try {
        return new Node.Numeral(new BigDecimal(shown));
      } catch (NumberFormatException infinite) {
        return new Node.Text(shown);
      }
    }
    boolean quoted = shown.length() > 1 && shown.startsWith("\"") && shown.endsWith("\"");
    return new Node.Text(
        quoted ? shown.substring(1, shown.length() - 1).translateEscapes() : shown);
  }
}
