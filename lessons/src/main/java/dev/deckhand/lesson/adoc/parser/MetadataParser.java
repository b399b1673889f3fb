package dev.deckhand.lesson.adoc.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the lines above a block: attributes, a title, and comments. */
final class MetadataParser {

  static final Pattern ATTRIBUTE_LINE =
      RubyPattern.of("^\\[(?:|[<W>.#%{,\"'].*|\\[(?:|[<A>_:][<W>\\-:.]*(?:, *.+)?)\\])\\]$");
  private static final Pattern ATTRIBUTE_LIST = RubyPattern.of("^\\[(|[<W>.#%{,\"'].*)\\]$");
  static final Pattern TITLE = RubyPattern.of("^\\.(\\.?[^ \\t.].*)$");
  static final Pattern ENTRY = RubyPattern.of("^:(!?[<W>][^:]*):(?:[ \\t]+(.*))?$");

  private MetadataParser() {}

  /** Parses the lines above a block; false if no block follows. */
  static boolean parse(LineReader reader, BlockAttributeMap attributes, boolean textOnly) {
    while (parseLine(reader, attributes, textOnly)) {
      reader.read();
      if (reader.skipBlankLines() < 0) {
        return false;
      }
    }
    return true;
  }

  /** Parses the next line if it belongs to a block; the line itself isn't read. */
  private static boolean parseLine(
      LineReader reader, BlockAttributeMap attributes, boolean textOnly) {
    String line = reader.peek();
    if (line == null || line.isEmpty()) {
      return false;
    }
    return switch (line.charAt(0)) {
      case '[' -> parseAttributes(line, attributes);
      case '.' -> !textOnly && parseTitle(line, attributes);
      case '/' -> parseComment(reader, line, textOnly);
      case ':' -> !textOnly && refuseEntry(line);
      default -> false;
    };
  }

  private static boolean refuseEntry(String line) {
    if (ENTRY.matcher(line).find()) {
      throw new UnsupportedMarkupException("an attribute below the header");
    }
    return false;
  }

  private static boolean parseTitle(String line, BlockAttributeMap attributes) {
    Matcher title = TITLE.matcher(line);
    if (!title.find()) {
      return false;
    }
    attributes.put("title", title.group(1));
    return true;
  }

  private static boolean parseComment(LineReader reader, String line, boolean textOnly) {
    if (!line.startsWith("//")) {
      return false;
    }
    if (line.equals("//")) {
      return true;
    }
    if (textOnly || !line.equals("/".repeat(line.length()))) {
      return !line.startsWith("///");
    }
    if (line.length() == 3) {
      return false;
    }
    reader.read();
    reader.readUntil(line, false);
    // its end is read by the caller
    reader.unread(line);
    return true;
  }

  private static boolean parseAttributes(String line, BlockAttributeMap attributes) {
    if (line.startsWith("[[")) {
      throw new UnsupportedMarkupException("an anchor");
    }
    Matcher list = ATTRIBUTE_LIST.matcher(line);
    if (!line.endsWith("]") || !list.find()) {
      return false;
    }
    String before = attributes.at(1);
    if (!list.group(1).isEmpty()) {
      AttributeListParser.parse(list.group(1), attributes);
      if (attributes.at(1) != null) {
        String style = style(attributes);
        attributes.set("1", style == null ? before : style);
      }
    }
    if (attributes.containsKey("id") || attributes.containsKey("subs")) {
      throw new UnsupportedMarkupException("an id or substitutions");
    }
    return true;
  }

  /** Takes apart {@code style.role%option}; the style, or null for none. */
  private static @Nullable String style(BlockAttributeMap attributes) {
    String raw = attributes.getOrDefault("1", "");
    if (raw.contains(" ")) {
      attributes.put("style", raw);
      return raw;
    }
    if (raw.indexOf('#') >= 0) {
      throw new UnsupportedMarkupException("an id");
    }
    Matcher parts = Pattern.compile("([.%]?)([^.%]*)").matcher(raw);
    String style = null;
    boolean shorthand = false;
    List<String> roles = new ArrayList<>();
    while (parts.find() && !parts.group().isEmpty()) {
      if (parts.group(1).isEmpty()) {
        style = parts.group(2);
        continue;
      }
      shorthand = true;
      if (parts.group(2).isEmpty()) {
        throw new UnsupportedMarkupException("a mark without a name");
      }
      if (parts.group(1).equals(".")) {
        roles.add(parts.group(2));
      } else {
        attributes.put(parts.group(2) + "-option", "");
      }
    }
    if (!shorthand) {
      attributes.put("style", raw);
      return raw;
    }
    if (style != null) {
      attributes.put("style", style);
    }
    if (!roles.isEmpty()) {
      String existing = attributes.getOrDefault("role", "");
      String added = String.join(" ", roles);
      attributes.put("role", existing.isEmpty() ? added : existing + " " + added);
    }
    return style;
  }
}
