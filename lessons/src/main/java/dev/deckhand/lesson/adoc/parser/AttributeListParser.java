package dev.deckhand.lesson.adoc.parser;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses the attributes in the square brackets of a block, {@code source.check,yaml,within=60s}.
 */
final class AttributeListParser {

  private static final Pattern NAME = RubyPattern.of("[<W>][<W>\\-.]*");
  private static final Pattern BLANK = Pattern.compile("[ \\t]+");
  private static final Pattern SKIP = Pattern.compile("[ \\t]*(?:,|$)");
  private static final Pattern TO_DELIMITER = Pattern.compile(".*?(?=[ \\t]*(?:,|$))");
  private static final Pattern TO_QUOTE = Pattern.compile(".*?[^\\\\](?=\")");

  private final String text;
  private final BlockAttributeMap attributes;
  private int at;

  private AttributeListParser(String text, BlockAttributeMap attributes) {
    this.text = text;
    this.attributes = attributes;
  }

  /** Adds the attributes of a text to others. */
  static void parse(String text, BlockAttributeMap into) {
    if (text.indexOf('{') >= 0 || text.indexOf('\'') >= 0) {
      throw new UnsupportedMarkupException("attributes to be converted");
    }
    var parser = new AttributeListParser(text, into);
    for (int position = 1; parser.parseOne(position); position++) {
      if (parser.isAtEnd()) {
        break;
      }
      parser.scan(SKIP);
    }
  }

  private boolean isAtEnd() {
    return at >= text.length();
  }

  /** Parses one attribute; false at the end. */
  private boolean parseOne(int position) {
    scan(BLANK);
    if (!isAtEnd() && text.charAt(at) == '"') {
      at++;
      attributes.set(String.valueOf(position), quoted());
      return true;
    }
    String name = scan(NAME);
    String blank = name == null ? null : scan(BLANK);
    if (isAtEnd()) {
      if (name == null && !AsciiSpace.stripTrailing(text).endsWith(",")) {
        return false;
      }
      attributes.set(String.valueOf(position), name);
      return false;
    }
    char next = text.charAt(at);
    if (next > '~') {
      throw new UnsupportedMarkupException("an attribute with other than ASCII");
    }
    if (next == ',') {
      attributes.set(String.valueOf(position), name);
      return true;
    }
    at++;
    if (name != null && next == '=') {
      String value = value();
      if (!value.equals("None")) {
        put(name, value);
      }
      return true;
    }
    String before = name == null ? "" : name + (blank == null ? "" : " ".repeat(blank.length()));
    attributes.set(String.valueOf(position), before + next + toDelimiter());
    return true;
  }

  private String value() {
    scan(BLANK);
    if (isAtEnd()) {
      return "";
    }
    char first = text.charAt(at);
    if (first > '~') {
      throw new UnsupportedMarkupException("an attribute with other than ASCII");
    }
    if (first == ',') {
      return "";
    }
    at++;
    if (first == '"') {
      String value = quoted();
      if (value.equals("None")) {
        throw new UnsupportedMarkupException("a quoted None");
      }
      return value;
    }
    return first + toDelimiter();
  }

  private void put(String name, String value) {
    if (!name.equals("options") && !name.equals("opts")) {
      attributes.put(name, value);
    } else if (value.contains(",")) {
      for (String option : value.replace(" ", "").split(",", -1)) {
        if (!option.isEmpty()) {
          attributes.put(option + "-option", "");
        }
      }
    } else if (!value.isEmpty()) {
      attributes.put(value + "-option", "");
    }
  }

  /** The rest of a quoted text, without its end. */
  private String quoted() {
    if (!isAtEnd() && text.charAt(at) == '"') {
      at++;
      return "";
    }
    String value = scan(TO_QUOTE);
    if (value == null) {
      return '"' + toDelimiter();
    }
    at++;
    return value.replace("\\\"", "\"");
  }

  private String toDelimiter() {
    String found = scan(TO_DELIMITER);
    return found == null ? "" : found;
  }

  private @Nullable String scan(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher.group();
  }
}
