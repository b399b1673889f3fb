package dev.deckhand.lesson.adoc.asciidoctor;

import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.adoc.document.ListItemNode;
import dev.deckhand.lesson.adoc.document.TableNode;
import dev.deckhand.lesson.adoc.document.TermListNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.Cell;
import org.asciidoctor.ast.DescriptionList;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.ListItem;
import org.asciidoctor.ast.Row;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.ast.Table;
import org.jspecify.annotations.Nullable;

/**
 * A block of a document that AsciidoctorJ parsed. Asciidoctor converts text when it is asked for,
 * and only then says what is wrong in it.
 */
class AsciidoctorNode implements BlockNode {

  private final StructuralNode node;

  private AsciidoctorNode(StructuralNode node) {
    this.node = node;
  }

  static BlockNode of(StructuralNode node) {
    return switch (node) {
      case ListItem item -> new Item(item);
      case DescriptionList list -> new TermList(list);
      case Table table -> new TableOf(table);
      default -> new AsciidoctorNode(node);
    };
  }

  static List<BlockNode> all(List<StructuralNode> nodes) {
    return nodes.stream().map(AsciidoctorNode::of).toList();
  }

  @Override
  public String context() {
    return node.getContext();
  }

  @Override
  public @Nullable String style() {
    return node.getStyle();
  }

  @Override
  public @Nullable String title() {
    return node.getTitle();
  }

  @Override
  public int level() {
    return node.getLevel();
  }

  @Override
  public int line() {
    return node.getSourceLocation() == null ? 0 : node.getSourceLocation().getLineNumber();
  }

  @Override
  public Map<String, String> attributes() {
    var attributes = new LinkedHashMap<String, String>();
    node.getAttributes()
        .forEach((name, value) -> attributes.put(name, Objects.toString(value, "")));
    return attributes;
  }

  @Override
  public List<String> roles() {
    return node.getRoles();
  }

  @Override
  public List<BlockNode> blocks() {
    return all(node.getBlocks());
  }

  @Override
  public @Nullable String content() {
    return node.getContent() instanceof String markup ? markup : null;
  }

  @Override
  public List<String> lines() {
    return node instanceof Block block ? List.copyOf(block.getLines()) : List.of();
  }

  @Override
  public @Nullable BlockNode parent() {
    return node.getParent() instanceof StructuralNode parent ? of(parent) : null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AsciidoctorNode one && one.node.equals(node);
  }

  @Override
  public int hashCode() {
    return node.hashCode();
  }

  private static final class Item extends AsciidoctorNode implements ListItemNode {

    private final ListItem item;

    Item(ListItem item) {
      super(item);
      this.item = item;
    }

    @Override
    public @Nullable String text() {
      return item.hasText() ? item.getText() : null;
    }
  }

  private static final class TermList extends AsciidoctorNode implements TermListNode {

    private final DescriptionList list;

    TermList(DescriptionList list) {
      super(list);
      this.list = list;
    }

    @Override
    public List<Entry> entries() {
      return list.getItems().stream()
          .map(entry ->
              new Entry(
                  entry.getTerms().stream().<ListItemNode>map(Item::new).toList(),
                  entry.getDescription() == null ? null : new Item(entry.getDescription())))
          .toList();
    }
  }

  private static final class TableOf extends AsciidoctorNode implements TableNode {

    private final Table table;

    TableOf(Table table) {
      super(table);
      this.table = table;
    }

    @Override
    public int columns() {
      return table.getColumns().size();
    }

    @Override
    public List<List<TableNode.Cell>> header() {
      return rows(table.getHeader());
    }

    @Override
    public List<List<TableNode.Cell>> body() {
      return rows(table.getBody());
    }

    @Override
    public List<List<TableNode.Cell>> footer() {
      return rows(table.getFooter());
    }

    private static List<List<TableNode.Cell>> rows(List<Row> rows) {
      return rows.stream()
          .map(row -> row.getCells().stream().<TableNode.Cell>map(CellOf::new).toList())
          .toList();
    }
  }

  private record CellOf(Cell cell) implements TableNode.Cell {

    @Override
    public String text() {
      return cell.getText();
    }

    @Override
    public boolean spans() {
      return cell.getColspan() > 1 || cell.getRowspan() > 1;
    }

    @Override
    public @Nullable List<BlockNode> blocks() {
      Document inner = cell.getInnerDocument();
      return inner == null ? null : all(inner.getBlocks());
    }
  }
}
