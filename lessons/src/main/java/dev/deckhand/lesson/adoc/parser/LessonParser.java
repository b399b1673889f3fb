package dev.deckhand.lesson.adoc.parser;

import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.adoc.document.DocumentNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses a file: its header, and its sections. */
public final class LessonParser {

  /** Attributes that only lessons and courses give a meaning. */
  private static final Set<String> ATTRIBUTES =
      Set.of(
          ("id lab images needs requires namespace cluster minutes level order vars k8s docker helm"
                  + " summary license")
              .split(" "));

  /** Directives that take in other files or leave out lines. */
  private static final Pattern DIRECTIVE =
      RubyPattern.of("^\\\\?(?:ifdef|ifndef|ifeval|endif|include)::");

  private static final Pattern SECTION =
      RubyPattern.of("^(=={0,5}|##{0,5})[ \\t]+(.+?)(?:[ \\t]+\\1)?$");
  private static final Pattern UNDERLINE = RubyPattern.of("^([-=~^+])\\1*$");
  private static final int MAX_VALUE = 2000;

  private final InlineConverter inlines = new InlineConverter();
  private final BlockParser blocks = new BlockParser(inlines);
  private final LineReader reader;

  private LessonParser(List<String> lines) {
    this.reader = new LineReader(lines, 1);
  }

  /**
   * Parses the lines of a file.
   *
   * @throws UnsupportedMarkupException if there is anything in it that is left to Asciidoctor
   */
  public static DocumentNode parse(List<String> lines) {
    var trimmed = new ArrayList<>(lines.stream().map(AsciiSpace::stripTrailing).toList());
    while (!trimmed.isEmpty() && trimmed.getLast().isEmpty()) {
      trimmed.removeLast();
    }
    if (trimmed.stream().anyMatch(line -> DIRECTIVE.matcher(line).find())) {
      throw new UnsupportedMarkupException("a directive");
    }
    return new LessonParser(trimmed).parse();
  }

  private DocumentNode parse() {
    reader.skipBlankLines();
    String line = reader.read();
    Matcher title = SECTION.matcher(line == null ? "" : line);
    if (!title.find() || title.group(1).length() != 1 || title.group(2).endsWith("]]")) {
      throw new UnsupportedMarkupException("a file without a title");
    }
    Map<String, String> attributes = header();
    String converted = inlines.convert(title.group(2));
    return new ParsedDocument(converted, attributes, body());
  }

  private Map<String, String> header() {
    var attributes = new HashMap<String, String>();
    for (String line = reader.peek(); line != null && !line.isEmpty(); line = reader.peek()) {
      Matcher entry = MetadataParser.ENTRY.matcher(line);
      if (!entry.find() || !ATTRIBUTES.contains(entry.group(1).toLowerCase(Locale.ROOT))) {
        throw new UnsupportedMarkupException("a line of the header");
      }
      String value = entry.group(2) == null ? "" : entry.group(2);
      if (value.endsWith("\\")
          || value.endsWith(" +")
          || value.contains("{")
          || value.startsWith("pass:")
          || value.length() > MAX_VALUE) {
        throw new UnsupportedMarkupException("an attribute to be converted");
      }
      attributes.put(entry.group(1).toLowerCase(Locale.ROOT), SpecialCharacters.escape(value));
      reader.read();
    }
    return attributes;
  }

  private List<BlockNode> body() {
    var preamble = new ParsedBlock(null, "preamble");
    var sections = new ArrayList<BlockNode>();
    var attributes = new BlockAttributeMap();
    while (reader.skipBlankLines() >= 0) {
      MetadataParser.parse(reader, attributes, false);
      int level = nextLevel(attributes);
      if (level < 0) {
        addBlock(preamble, attributes);
      } else {
        requireLevel(level, 1);
        sections.add(section(null, attributes));
      }
    }
    if (sections.isEmpty()) {
      return preamble.blocks();
    }
    var all = new ArrayList<BlockNode>();
    if (!preamble.parsed().isEmpty()) {
      preamble.place(preamble.parsed().getFirst().line());
      all.add(preamble);
    }
    all.addAll(sections);
    return all;
  }

  private void addBlock(ParsedBlock parent, BlockAttributeMap attributes) {
    ParsedBlock block = blocks.nextBelow(reader, parent, attributes, false, null);
    if (block != null) {
      parent.add(block);
      attributes.clear();
    }
  }

  private static void requireLevel(int level, int expected) {
    if (level != expected) {
      throw new UnsupportedMarkupException("a heading that skips a level");
    }
  }

  /** Parses a section; the attributes become those of the next one. */
  private ParsedBlock section(@Nullable ParsedBlock parent, BlockAttributeMap attributes) {
    if (attributes.at(1) != null) {
      throw new UnsupportedMarkupException("a section with a style");
    }
    int line = reader.number();
    String heading = reader.read();
    Matcher matcher = SECTION.matcher(heading == null ? "" : heading);
    if (!matcher.find() || matcher.group(2).endsWith("]]")) {
      throw new UnsupportedMarkupException("a heading");
    }
    var section = new ParsedBlock(parent, "section");
    section.place(line);
    int level = matcher.group(1).length() - 1;
    section.atLevel(level);
    section.titled(inlines.convert(matcher.group(2)));
    section.give(attributes);
    String title = attributes.get("title");
    attributes.clear();
    attributes.set("title", title);
    while (reader.skipBlankLines() >= 0) {
      MetadataParser.parse(reader, attributes, false);
      int next = nextLevel(attributes);
      if (next < 0) {
        addBlock(section, attributes);
      } else if (next > level) {
        requireLevel(next, level + 1);
        section.add(section(section, attributes));
      } else {
        requireLevel(Math.max(next, 1), next);
        break;
      }
    }
    return section;
  }

  /** The level of the section that begins with the next line; -1 if none does. */
  private int nextLevel(BlockAttributeMap attributes) {
    String style = attributes.at(1);
    String line = reader.peek();
    if (line == null || "discrete".equals(style) || "float".equals(style)) {
      return -1;
    }
    Matcher section = SECTION.matcher(line);
    if (section.find()) {
      return section.group(1).length() - 1;
    }
    String below = reader.peekSecond();
    if (below != null
        && UNDERLINE.matcher(below).find()
        && Math.abs(line.codePointCount(0, line.length()) - below.length()) < 2
        && !line.startsWith(".")
        && RubyPattern.of("[<N>]").matcher(line).find()) {
      throw new UnsupportedMarkupException("an underlined heading");
    }
    return -1;
  }
}
