package dev.deckhand.lesson.adoc.parser;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses blocks other than sections. */
final class BlockParser {

  private static final Set<String> CAPTIONED = Set.of("example", "listing", "table");
  private static final Pattern RULE = RubyPattern.of("^(?:'{3,}|<{3,}|([-*_])( *)\\1\\2\\1)$");
  private static final Pattern INDENTED_RULE = RubyPattern.of("^ {0,3}([-*_])( *)\\1\\2\\1$");
  private static final Pattern TONE =
      RubyPattern.of("^(NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \\t]+");
  private static final Pattern MACRO = RubyPattern.of("^(?:image|video|audio|toc)::.*\\]$");
  private static final Pattern ANCHOR =
      RubyPattern.overLines("\\[\\[[<A>_:]|anchor:[<A>_:][<W>\\-:.]*\\[");

  private final InlineConverter inlines;
  private final ListParser lists;
  private final TableParser tables;

  BlockParser(InlineConverter inlines) {
    this.inlines = inlines;
    this.lists = new ListParser(this, inlines);
    this.tables = new TableParser(inlines);
  }

  /** What was read of a block: its first line, and whether it may only be text. */
  private record Start(
      LineReader reader,
      ParsedBlock parent,
      BlockAttributeMap attributes,
      String line,
      boolean textOnly,
      @Nullable String adjacentTo) {}

  /**
   * Parses the next block; null if only comments follow.
   *
   * @param textOnly whether the block, if it comes at once, is a paragraph whatever it looks like
   * @param list the list that it's in; null for none
   */
  @Nullable ParsedBlock next(
      LineReader reader,
      ParsedBlock parent,
      BlockAttributeMap attributes,
      boolean textOnly,
      @Nullable String list) {
    int skipped = reader.skipBlankLines();
    if (skipped < 0) {
      return null;
    }
    boolean text = textOnly && skipped == 0;
    if (!MetadataParser.parse(reader, attributes, text)) {
      return null;
    }
    return nextBelow(reader, parent, attributes, text, skipped == 0 ? list : null);
  }

  /** Parses the block below its attributes. */
  @Nullable ParsedBlock nextBelow(
      LineReader reader,
      ParsedBlock parent,
      BlockAttributeMap attributes,
      boolean textOnly,
      @Nullable String adjacentTo) {
    reader.mark();
    int line = reader.marked();
    String first = reader.read();
    if (first == null) {
      return null;
    }
    var start = new Start(reader, parent, attributes, first, textOnly, adjacentTo);
    Delimiter delimiter = Delimiter.of(first);
    ParsedBlock block = delimiter == null ? undelimited(start) : delimited(start, delimiter);
    if (block == null) {
      attributes.clear();
      return null;
    }
    finish(block, attributes, line);
    return block;
  }

  private void finish(ParsedBlock block, BlockAttributeMap attributes, int line) {
    block.place(line);
    String title = attributes.remove("title");
    if (title != null) {
      block.titled(inlines.convert(title));
      if (CAPTIONED.contains(block.context())) {
        attributes.remove("caption");
      }
    }
    block.styled(attributes.get("style"));
    block.give(attributes);
  }

  private @Nullable ParsedBlock delimited(Start start, Delimiter delimiter) {
    String context = delimiter.context();
    BlockAttributeMap attributes = start.attributes();
    String style = attributes.at(1);
    if (style == null) {
      attributes.put("style", context);
    } else if (!style.equals(context)) {
      boolean tone =
          BlockStyles.TONES.contains(style) && Set.of("open", "example").contains(context);
      if (BlockStyles.masks(context, style)) {
        context = style;
      } else if (tone) {
        context = "admonition";
        attributes.put("name", style.toLowerCase(Locale.ROOT));
        attributes.remove("caption");
      }
    }
    LineReader reader = start.reader();
    String end = delimiter.terminator();
    return switch (context) {
      case "listing", "source" -> {
        BlockStyles.addLanguage(attributes, context, delimiter.context());
        yield verbatim(start, "listing", reader.readUntil(end, false));
      }
      case "fenced_code" -> {
        String language = AsciiSpace.stripLeading(start.line().substring(3));
        if (language.contains(",")) {
          throw new UnsupportedMarkupException("a fence with attributes");
        }
        attributes.put("style", "source");
        if (!language.isEmpty()) {
          attributes.put("language", language);
        }
        attributes.put("cloaked-context", "fenced_code");
        yield verbatim(start, "listing", reader.readUntil(end, false));
      }
      case "literal" -> verbatim(start, "literal", reader.readUntil(end, false));
      case "comment" -> {
        reader.readUntil(end, false);
        yield null;
      }
      case "open", "example", "sidebar", "admonition", "quote" -> {
        if (context.equals("quote")) {
          BlockStyles.addCredit(attributes);
        }
        int number = reader.number();
        yield compound(start, context, new LineReader(reader.readUntil(end, false), number));
      }
      case "table" -> {
        if (!end.startsWith("|")) {
          throw new UnsupportedMarkupException("a table of another format");
        }
        yield tables.parse(reader.readUntil(end, true), start.parent(), attributes);
      }
      default -> throw new UnsupportedMarkupException("a block of the kind " + context);
    };
  }

  private static ParsedBlock verbatim(Start start, String context, List<String> lines) {
    if (start.attributes().containsKey("indent") || start.attributes().containsKey("tabsize")) {
      throw new UnsupportedMarkupException("an indented listing");
    }
    var block = new ParsedBlock(start.parent(), context);
    block.give(start.attributes());
    block.text(lines, null);
    return block;
  }

  private ParsedBlock compound(Start start, String context, LineReader inner) {
    var block = new ParsedBlock(start.parent(), context);
    block.give(start.attributes());
    while (inner.hasMoreLines()) {
      ParsedBlock child = next(inner, block, new BlockAttributeMap(), false, null);
      if (child != null) {
        block.add(child);
      }
    }
    if (block.parsed().isEmpty()) {
      block.text(List.of(), "");
    }
    return block;
  }

  private ParsedBlock undelimited(Start start) {
    String line = start.line();
    LineReader reader = start.reader();
    BlockAttributeMap attributes = start.attributes();
    String style = attributes.at(1);
    if (style != null && BlockStyles.VERBATIM.contains(style)) {
      reader.unread(line);
      return styledParagraph(start, style);
    }
    boolean indented = line.startsWith(" ") || line.startsWith("\t");
    if (!start.textOnly()) {
      if (line.startsWith(" ") ? isIndentedRule(line) : !indented && RULE.matcher(line).find()) {
        boolean page = line.startsWith("<");
        return new ParsedBlock(start.parent(), page ? "page_break" : "thematic_break");
      }
      if (MACRO.matcher(line).find()) {
        throw new UnsupportedMarkupException("a block macro");
      }
    }
    ParsedBlock list = list(start, style);
    if (list != null) {
      return list;
    }
    if (style != null && (style.equals("float") || style.equals("discrete"))) {
      throw new UnsupportedMarkupException("a heading outside of the order");
    }
    reader.unread(line);
    if (style != null && !style.equals("normal")) {
      if (BlockStyles.PARAGRAPH_STYLES.contains(style) || BlockStyles.TONES.contains(style)) {
        return styledParagraph(start, style);
      }
      style = null;
    }
    return indented && style == null ? indentedParagraph(start) : paragraph(start, style);
  }

  private static boolean isIndentedRule(String line) {
    String text = line.stripLeading();
    return (text.startsWith("-") || text.startsWith("*") || text.startsWith("_"))
        && INDENTED_RULE.matcher(line).find();
  }

  private @Nullable ParsedBlock list(Start start, @Nullable String style) {
    String line = start.line();
    LineReader reader = start.reader();
    if (ListMarkers.CALLOUT.matcher(line).find()) {
      throw new UnsupportedMarkupException("a list of callouts");
    }
    if (ListMarkers.BULLET.matcher(line).find()) {
      if ("bibliography".equals(style)) {
        throw new UnsupportedMarkupException("a bibliography");
      }
      reader.unread(line);
      return lists.bullets(reader, start.parent());
    }
    if (ListMarkers.NUMBER.matcher(line).find()) {
      reader.unread(line);
      ParsedBlock list = lists.numbers(reader, start.parent(), style);
      if (list.style() != null) {
        start.attributes().set("style", list.style());
      }
      return list;
    }
    Matcher term = ListMarkers.TERM.matcher(line);
    if (term.find()) {
      reader.unread(line);
      return lists.terms(reader, term, start.parent());
    }
    return null;
  }

  /** A paragraph that its style makes something else. */
  private ParsedBlock styledParagraph(Start start, String style) {
    BlockAttributeMap attributes = start.attributes();
    if (BlockStyles.VERBATIM.contains(style) && !style.equals("verse")) {
      if (!style.equals("literal")) {
        BlockStyles.addLanguage(attributes, style, "paragraph");
      }
      return verbatim(
          start,
          style.equals("literal") ? style : "listing",
          start.reader().readParagraph(false, false, _ -> false));
    }
    String context = style;
    if (BlockStyles.TONES.contains(style)) {
      attributes.put("name", style.toLowerCase(Locale.ROOT));
      attributes.remove("caption");
      context = "admonition";
    } else if (!Set.of("example", "sidebar", "quote", "open").contains(style)) {
      throw new UnsupportedMarkupException("a paragraph of the kind " + style);
    } else if (style.equals("quote")) {
      BlockStyles.addCredit(attributes);
    }
    return text(start, context, paragraphLines(start, false));
  }

  private ParsedBlock indentedParagraph(Start start) {
    List<String> lines =
        start
            .reader()
            .readParagraph(true, start.textOnly(), paragraphEnd(start.adjacentTo() != null));
    lines = withoutIndent(lines);
    if (start.textOnly() || "dlist".equals(start.adjacentTo())) {
      return text(start, "paragraph", lines);
    }
    return verbatim(start, "literal", lines);
  }

  private ParsedBlock paragraph(Start start, @Nullable String style) {
    String line = start.line();
    List<String> lines = paragraphLines(start, start.adjacentTo() != null);
    if (!start.textOnly()) {
      Matcher tone = TONE.matcher(line);
      if (tone.find()) {
        BlockAttributeMap attributes = start.attributes();
        lines.set(0, line.substring(tone.end()));
        attributes.put("style", tone.group(1));
        attributes.put("name", tone.group(1).toLowerCase(Locale.ROOT));
        attributes.remove("caption");
        return text(start, "admonition", lines);
      }
      boolean quoted = line.startsWith("\"") && lines.getLast().startsWith("-- ");
      if (line.startsWith("> ") || (quoted && lines.size() > 1)) {
        throw new UnsupportedMarkupException("a quoted paragraph");
      }
    }
    if (style != null && (line.startsWith(" ") || line.startsWith("\t"))) {
      throw new UnsupportedMarkupException("an indented paragraph of the kind normal");
    }
    return text(start, "paragraph", lines);
  }

  private ParsedBlock text(Start start, String context, List<String> lines) {
    if (start.attributes().hasOption("hardbreaks")) {
      throw new UnsupportedMarkupException("hard breaks");
    }
    String source = String.join("\n", lines);
    if (ANCHOR.matcher(source).find()) {
      throw new UnsupportedMarkupException("an anchor");
    }
    var block = new ParsedBlock(start.parent(), context);
    block.give(start.attributes());
    block.text(lines, inlines.convert(source));
    return block;
  }

  private static List<String> paragraphLines(Start start, boolean inList) {
    return start.reader().readParagraph(true, true, paragraphEnd(inList));
  }

  private static java.util.function.Predicate<String> paragraphEnd(boolean inList) {
    return line ->
        Delimiter.of(line) != null
            || MetadataParser.ATTRIBUTE_LINE.matcher(line).find()
            || (inList && ListMarkers.ANY.matcher(line).find());
  }

  private static List<String> withoutIndent(List<String> lines) {
    int indent =
        lines.stream()
            .filter(line -> !line.isEmpty())
            .mapToInt(line -> line.length() - AsciiSpace.stripLeading(line).length())
            .min()
            .orElse(0);
    return lines.stream().map(line -> line.isEmpty() ? line : line.substring(indent)).toList();
  }
}
