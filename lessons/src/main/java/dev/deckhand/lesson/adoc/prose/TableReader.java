package dev.deckhand.lesson.adoc.prose;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import java.util.ArrayList;
import java.util.List;
import org.asciidoctor.ast.Cell;
import org.asciidoctor.ast.Row;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.ast.Table;

/** Reads tables of plain cells. */
final class TableReader {

  private static final int MAX_ROWS = 500;

  private final DiagnosticCollector diagnostics;
  private final ProseReader prose;

  TableReader(DiagnosticCollector diagnostics, ProseReader prose) {
    this.diagnostics = diagnostics;
    this.prose = prose;
  }

  Block read(StructuralNode node) {
    var table = (Table) node;
    int columns = table.getColumns().size();
    var rows = new ArrayList<Row>();
    rows.addAll(table.getBody());
    rows.addAll(table.getFooter());
    if (rows.size() > MAX_ROWS) {
      diagnostics.error("This table has more than " + MAX_ROWS + " rows.", "Show fewer.");
      rows.clear();
    }
    List<List<Inline>> header =
        table.getHeader().isEmpty() ? List.of() : row(table.getHeader().getFirst(), columns);
    return new Block.Table(
        prose.inlines().plainText(table.getTitle()),
        header,
        rows.stream().map(row -> row(row, columns)).toList());
  }

  private List<List<Inline>> row(Row row, int columns) {
    var cells = new ArrayList<List<Inline>>();
    for (Cell cell : row.getCells()) {
      if (cell.getColspan() > 1 || cell.getRowspan() > 1) {
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

  private List<Inline> cell(Cell cell) {
    if (cell.getInnerDocument() == null) {
      return prose.inlines().read(cell.getText());
    }
    var words = new ArrayList<Inline>();
    for (Block block : prose.read(cell.getInnerDocument().getBlocks())) {
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
