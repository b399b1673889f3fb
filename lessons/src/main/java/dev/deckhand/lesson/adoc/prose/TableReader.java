package dev.deckhand.lesson.adoc.prose;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.adoc.document.TableNode;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import java.util.ArrayList;
import java.util.List;

/** Reads tables of plain cells. */
final class TableReader {

  private static final int MAX_ROWS = 500;

  private final DiagnosticCollector diagnostics;
  private final ProseReader prose;

  TableReader(DiagnosticCollector diagnostics, ProseReader prose) {
    this.diagnostics = diagnostics;
    this.prose = prose;
  }

  Block read(BlockNode node) {
    var table = (TableNode) node;
    int columns = table.columns();
    var rows = new ArrayList<List<TableNode.Cell>>();
    rows.addAll(table.body());
    rows.addAll(table.footer());
    if (rows.size() > MAX_ROWS) {
      diagnostics.error("This table has more than " + MAX_ROWS + " rows.", "Show fewer.");
      rows.clear();
    }
    List<List<Inline>> header =
        table.header().isEmpty() ? List.of() : row(table.header().getFirst(), columns);
    return new Block.Table(
        prose.inlines().plainText(table.title()),
        header,
        rows.stream().map(row -> row(row, columns)).toList());
  }

  private List<List<Inline>> row(List<TableNode.Cell> row, int columns) {
    var cells = new ArrayList<List<Inline>>();
    for (TableNode.Cell cell : row) {
      if (cell.spans()) {
        diagnostics.error(
            "A cell of this table spans several columns or rows.",
            "Give each row the same number of plain cells.");
      }
      cells.add(cell(cell));
    }
    while (cells.size() < columns) {
      cells.add(List.of());
    }
    return cells.subList(0, columns);
  }

  private List<Inline> cell(TableNode.Cell cell) {
    List<BlockNode> blocks = cell.blocks();
    if (blocks == null) {
      return prose.inlines().read(cell.text());
    }
    var words = new ArrayList<Inline>();
    for (Block block : prose.read(blocks)) {
      if (!words.isEmpty()) {
        words.add(new Inline.Break());
      }
      if (block instanceof Block.Paragraph(var content)) {
        words.addAll(content);
      } else {
        diagnostics.error("A cell of this table holds more than text.", "Put it below the table.");
      }
    }
    return words;
  }
}
