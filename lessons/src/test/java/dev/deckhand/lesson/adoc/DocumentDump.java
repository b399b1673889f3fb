package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.adoc.document.DocumentNode;
import dev.deckhand.lesson.adoc.document.InlineMarkup;
import dev.deckhand.lesson.adoc.document.ListItemNode;
import dev.deckhand.lesson.adoc.document.TableNode;
import dev.deckhand.lesson.adoc.document.TermListNode;
import dev.deckhand.lesson.adoc.header.HeaderValidator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Writes out everything that a parsed file says about itself, to compare two parsers. */
final class DocumentDump {

  /** Attributes that nothing reads: they say how a page lays out a table, or repeat the title. */
  private static final Set<String> UNREAD =
      Set.of("title", "caption", "tablepcwidth", "colcount", "rowcount", "textlabel");

  private final StringBuilder text = new StringBuilder();

  private DocumentDump() {}

  static String of(DocumentNode document) {
    var dump = new DocumentDump();
    dump.line(0, "document " + document.hasTitle() + " " + document.title());
    for (String name : HeaderValidator.LESSON_ATTRIBUTES) {
      dump.line(1, name + "=" + document.attribute(name));
    }
    for (String name : HeaderValidator.COURSE_ATTRIBUTES) {
      dump.line(1, name + "=" + document.attribute(name));
    }
    document.blocks().forEach(block -> dump.add(1, block));
    return dump.text.toString().replace(InlineMarkup.MARK, '~');
  }

  private void line(int depth, String content) {
    text.append("  ".repeat(depth)).append(content.replace("\n", "\\n")).append('\n');
  }

  private void add(int depth, BlockNode block) {
    var attributes = new TreeMap<>(block.attributes());
    attributes.keySet().removeIf(UNREAD::contains);
    attributes.values().removeIf(String::isEmpty);
    boolean section = block.context().equals("section");
    line(
        depth,
        block.context()
            + " line="
            + block.line()
            + " style="
            + block.style()
            + " title="
            + block.title()
            + (section ? " level=" + block.level() : "")
            + (section ? " above=" + block.attributes().containsKey("title") : "")
            + " roles="
            + block.roles()
            + " names="
            + withoutUnread(block)
            + " attributes="
            + attributes);
    switch (block) {
      case TermListNode list -> list.entries().forEach(entry -> addEntry(depth + 1, entry));
      case TableNode table -> {
        line(depth + 1, "columns=" + table.columns());
        addRows(depth + 1, "header", table.header());
        addRows(depth + 1, "body", table.body());
        addRows(depth + 1, "footer", table.footer());
      }
      case ListItemNode item -> {
        line(depth + 1, "text=" + item.text());
        block.blocks().forEach(child -> add(depth + 1, child));
      }
      default -> {
        line(depth + 1, "lines=" + block.lines());
        if (Set.of("paragraph", "admonition", "quote", "example", "sidebar", "open")
                .contains(block.context())
            && block.blocks().isEmpty()) {
          line(depth + 1, "content=" + block.content());
        }
        block.blocks().forEach(child -> add(depth + 1, child));
      }
    }
  }

  private static Set<String> withoutUnread(BlockNode block) {
    var names = new java.util.TreeSet<>(block.attributes().keySet());
    names.removeIf(name -> UNREAD.contains(name) || name.matches("\\d+"));
    return names;
  }

  private void addEntry(int depth, TermListNode.Entry entry) {
    entry.terms().forEach(term -> add(depth, term));
    ListItemNode definition = entry.definition();
    if (definition != null) {
      add(depth, definition);
    }
  }

  private void addRows(int depth, String what, List<List<TableNode.Cell>> rows) {
    for (List<TableNode.Cell> row : rows) {
      for (TableNode.Cell cell : row) {
        line(depth, what + " " + cell.spans() + " " + cell.text());
        List<BlockNode> inner = cell.blocks();
        if (inner != null) {
          inner.forEach(block -> add(depth + 1, block));
        }
      }
      line(depth, "-");
    }
  }
}
