package dev.deckhand.shell.view.prose;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.LineWrapper;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;

/** Renders tables: with columns if they fit, otherwise row by row as a list. */
public final class TableRenderer {

  private static final int GAP = 2;

  /** The narrowest column for text that is wider. */
  private static final int MIN_COLUMN_WIDTH = 12;

  private final RenderContext context;
  private final InlineRenderer inlineRenderer;

  public TableRenderer(RenderContext context) {
    this.context = context;
    this.inlineRenderer = new InlineRenderer(context);
  }

  List<AttributedString> table(Block.Table table, int width) {
    var header = cells(table.header(), true);
    var rows = table.rows().stream().map(row -> cells(row, false)).toList();
    var body = grid(header, rows, width);
    if (table.title().isEmpty()) {
      return body;
    }
    return LineLayout.concatenated(
        LineWrapper.wrap(StyledLineBuilder.of(table.title(), context.palette().strong()), width),
        body);
  }

  /** Renders cells; an empty header has none. */
  public List<AttributedString> grid(
      List<AttributedString> header, List<List<AttributedString>> rows, int width) {
    var all = new ArrayList<List<AttributedString>>(rows);
    if (!header.isEmpty()) {
      all.addFirst(header);
    }
    if (all.isEmpty()) {
      return List.of();
    }
    var natural = natural(all);
    var widths = ColumnWidths.fit(natural, width - GAP * (natural.size() - 1), MIN_COLUMN_WIDTH);
    boolean cramped = width < RenderContext.NARROW_COLUMNS && !widths.equals(natural);
    return widths.isEmpty() || cramped
        ? stacked(header, rows, width)
        : sideBySide(header, rows, widths);
  }

  private List<AttributedString> cells(List<List<Inline>> row, boolean header) {
    return row.stream()
        .map(cell ->
            header
                ? inlineRenderer.text(cell, context.palette().strong())
                : inlineRenderer.text(cell))
        .toList();
  }

  private static List<Integer> natural(List<List<AttributedString>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, columns)
        .mapToObj(column ->
            rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> widest(row.get(column)))
                .max()
                .orElse(0))
        .toList();
  }

  private static int widest(AttributedString cell) {
    return LineWrapper.wrap(cell, Integer.MAX_VALUE).stream()
        .mapToInt(AttributedString::columnLength)
        .max()
        .orElse(0);
  }

  private List<AttributedString> sideBySide(
      List<AttributedString> header, List<List<AttributedString>> rows, List<Integer> widths) {
    var lines = new ArrayList<AttributedString>();
    if (!header.isEmpty()) {
      lines.addAll(row(header, widths));
      var rules =
          widths.stream()
              .map(w ->
                  StyledLineBuilder.of(context.glyphs().rule().repeat(w), context.palette().rule()))
              .toList();
      lines.addAll(row(rules, widths));
    }
    rows.forEach(row -> lines.addAll(row(row, widths)));
    return lines;
  }

  private static List<AttributedString> row(List<AttributedString> cells, List<Integer> widths) {
    var wrapped =
        IntStream.range(0, cells.size())
            .mapToObj(i -> LineWrapper.wrap(cells.get(i), widths.get(i)))
            .toList();
    int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
    var lines = new ArrayList<AttributedString>();
    for (int y = 0; y < height; y++) {
      lines.add(across(wrapped, widths, y));
    }
    return lines;
  }

  private static AttributedString across(
      List<List<AttributedString>> cells, List<Integer> widths, int y) {
    var styledLineBuilder = new StyledLineBuilder();
    int column = 0;
    for (int i = 0; i < cells.size(); i++) {
      if (y < cells.get(i).size() && cells.get(i).get(y).length() > 0) {
        styledLineBuilder.pad(column).append(cells.get(i).get(y));
      }
      column += widths.get(i) + GAP;
    }
    return styledLineBuilder.build();
  }

  private List<AttributedString> stacked(
      List<AttributedString> header, List<List<AttributedString>> rows, int width) {
    var parts = new ArrayList<List<AttributedString>>();
    for (var row : rows) {
      var lines = new ArrayList<AttributedString>();
      for (int i = 0; i < row.size(); i++) {
        var styledLineBuilder = new StyledLineBuilder();
        if (i < header.size()) {
          styledLineBuilder.append(header.get(i)).append(": ", context.palette().strong());
        }
        var indent = LineLayout.blank(i == 0 ? 0 : GAP);
        var cell = LineWrapper.wrap(styledLineBuilder.append(row.get(i)).build(), width - GAP * 2);
        lines.addAll(LineLayout.prefixed(indent, LineLayout.blank(GAP * 2), cell));
      }
      parts.add(lines);
    }
    return LineLayout.separated(parts);
  }
}
