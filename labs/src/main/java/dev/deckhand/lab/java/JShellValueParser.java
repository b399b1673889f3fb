package dev.deckhand.lab.java;

import dev.deckhand.check.pattern.DataNode;
import java.math.BigDecimal;
import java.util.Set;

/** Parses a value as JShell prints it into data that a check can compare. */
final class JShellValueParser {

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

  private JShellValueParser() {}

  /** Numbers, booleans and strings keep their type; any other value is what it prints. */
  static DataNode parse(String type, String shown) {
    if (shown.equals("null")) {
      return new DataNode.Absent();
    }
    if (type.equalsIgnoreCase("boolean")) {
      return new DataNode.Flag(Boolean.parseBoolean(shown));
    }
    if (NUMBERS.contains(type)) {
      try {
        return new DataNode.Numeral(new BigDecimal(shown));
      } catch (NumberFormatException infinite) {
        return new DataNode.Text(shown);
      }
    }
    boolean quoted = shown.length() > 1 && shown.startsWith("\"") && shown.endsWith("\"");
    return new DataNode.Text(
        quoted ? shown.substring(1, shown.length() - 1).translateEscapes() : shown);
  }
}
