package dev.deckhand.lesson.adoc.parser;

import dev.deckhand.lesson.adoc.document.TermListNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses lists. */
final class ListParser {

  private static final String TERMS = "dlist";

  private final BlockParser blocks;
  private final InlineConverter inlines;

  ListParser(BlockParser blocks, InlineConverter inlines) {
    this.blocks = blocks;
    this.inlines = inlines;
  }

  ParsedBlock bullets(LineReader reader, ParsedBlock parent) {
    return items(reader, new ParsedBlock(parent, "ulist"), ListMarkers.BULLET);
  }

  ParsedBlock numbers(LineReader reader, ParsedBlock parent, @Nullable String style) {
    String first = reader.peek();
    ParsedBlock list = items(reader, new ParsedBlock(parent, "olist"), ListMarkers.NUMBER);
    if (style == null && first != null) {
      Matcher matcher = ListMarkers.NUMBER.matcher(first);
      int depth =
          matcher.find() && matcher.group(1).startsWith(".") ? matcher.group(1).length() : 1;
      List<String> styles =
          List.of("arabic", "loweralpha", "lowerroman", "upperalpha", "upperroman");
      list.styled(depth <= styles.size() ? styles.get(depth - 1) : "arabic");
    }
    return list;
  }

  private ParsedBlock items(LineReader reader, ParsedBlock list, Pattern pattern) {
    for (String line = reader.peek(); line != null; line = reader.peek()) {
      Matcher matcher = pattern.matcher(line);
      if (!matcher.find()) {
        break;
      }
      list.add(item(reader, list, matcher, pattern));
      if (reader.skipBlankLines() < 0) {
        break;
      }
    }
    return list;
  }

  private ParsedBlock item(LineReader reader, ParsedBlock list, Matcher matcher, Pattern pattern) {
    String marker = matcher.group(1);
    String text = matcher.group(2);
    if (text.startsWith("[[")) {
      throw new UnsupportedMarkupException("an anchor");
    }
    var item = new ParsedListItem(list, text);
    item.place(reader.number());
    if (list.context().equals("ulist")) {
      checkbox(list, item, text);
    } else if (!marker.startsWith(".")) {
      int expected = list.parsed().size() + 1;
      if (!marker.equals(expected + ".")) {
        throw new UnsupportedMarkupException("a list that isn't numbered in order");
      }
    }
    readContent(
        reader,
        item,
        list.context(),
        new Sibling.Item(pattern, ListMarkers.form(marker)),
        true,
        false);
    item.convert(inlines);
    return item;
  }

  private static void checkbox(ParsedBlock list, ParsedListItem item, String text) {
    if (text.startsWith("[ ] ") || text.startsWith("[x] ") || text.startsWith("[*] ")) {
      list.attributes().put("checklist-option", "");
      item.attributes().put("checkbox", "");
      if (!text.startsWith("[ ")) {
        item.attributes().put("checked", "");
      }
      item.source(text.substring(4));
    }
  }

  ParsedBlock terms(LineReader reader, Matcher first, ParsedBlock parent) {
    var list = new ParsedTermList(parent);
    Pattern pattern = ListMarkers.siblingTerm(first.group(2));
    var terms = new ArrayList<ParsedListItem>();
    Matcher matcher = first;
    while (true) {
      ParsedListItem definition = term(reader, list, matcher, pattern, terms);
      if (definition != null) {
        list.add(new TermListNode.Entry(List.copyOf(terms), definition));
        terms.clear();
      }
      String line = reader.peek();
      matcher = pattern.matcher(line == null ? "" : line);
      if (line == null || !matcher.find()) {
        break;
      }
    }
    if (!terms.isEmpty()) {
      list.add(new TermListNode.Entry(List.copyOf(terms), null));
    }
    return list;
  }

  /** Parses a term; its definition, or null if it has none of its own. */
  private @Nullable ParsedListItem term(
      LineReader reader,
      ParsedTermList list,
      Matcher matcher,
      Pattern pattern,
      List<ParsedListItem> terms) {
    if (matcher.group(1).startsWith("[[")) {
      throw new UnsupportedMarkupException("an anchor");
    }
    var term = new ParsedListItem(list, matcher.group(1));
    term.place(reader.number());
    term.convert(inlines);
    terms.add(term);
    String text = matcher.group(3);
    var definition = new ParsedListItem(list, text);
    if (text != null) {
      definition.place(term.line());
    }
    readContent(reader, definition, TERMS, new Sibling.Term(pattern), text != null, text == null);
    definition.convert(inlines);
    return definition.hasText() || !definition.parsed().isEmpty() ? definition : null;
  }

  /** Reads what belongs to an item. */
  private void readContent(
      LineReader reader,
      ParsedListItem item,
      String context,
      Sibling sibling,
      boolean hasText,
      boolean place) {
    boolean terms = context.equals(TERMS);
    reader.read();
    int start = reader.number();
    var inner = new LineReader(new ListItemLines(reader, terms, sibling, hasText).read(), start);
    if (!inner.hasMoreLines()) {
      return;
    }
    if (place) {
      item.place(start);
    }
    List<String> comments = inner.skipComments();
    String next = inner.peek();
    boolean adjacent = next != null && !next.isEmpty();
    if (next != null) {
      inner.unreadAll(comments);
    }
    boolean textOnly = !(terms ? hasText : !adjacent);
    ParsedBlock first = blocks.next(inner, item, new BlockAttributeMap(), textOnly, context);
    if (first != null) {
      item.add(first);
    }
    while (inner.hasMoreLines()) {
      ParsedBlock block = blocks.next(inner, item, new BlockAttributeMap(), false, context);
      if (block != null) {
        item.add(block);
      }
    }
    if (adjacent
        && !item.parsed().isEmpty()
        && item.parsed().getFirst().context().equals("paragraph")) {
      item.foldFirst();
    }
  }
}
