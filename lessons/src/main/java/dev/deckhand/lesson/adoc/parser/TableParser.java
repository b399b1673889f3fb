package dev.deckhand.lesson.adoc.parser;

import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.adoc.document.TableNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses tables of plain cells. */
final class TableParser {

  private static final Pattern COLUMN =
      RubyPattern.of(
          "^(?:(\\d+)\\*)?([<^>](?:\\.[<^>]?)?|(?:[<^>]?\\.)?[<^>])?(\\d+%?)?([dsemh])?$");

  /** Whatever stands before a separator and changes the cell behind it. */
  private static final Pattern CELL_SPECIFIER =
      RubyPattern.of(
          "(?:^|[ \\t]+)(?:(?:\\d+(?:\\.\\d*)?|(?:\\d*\\.)?\\d+)[*+])?"
              + "(?:[<^>](?:\\.[<^>]?)?|(?:[<^>]?\\.)?[<^>])?(?:[a-z])?$");

  private final InlineConverter inlines;

  TableParser(InlineConverter inlines) {
    this.inlines = inlines;
  }

  private record Parsed(String text) implements TableNode.Cell {
    @Override
    public boolean spans() {
      return false;
    }

    @Override
    public @Nullable List<BlockNode> blocks() {
      return null;
    }
  }

  /** A table. */
  private static final class ParsedTable extends ParsedBlock implements TableNode {

    private final int columns;
    private final List<List<Cell>> header;
    private final List<List<Cell>> body;
    private final List<List<Cell>> footer;

    ParsedTable(
        ParsedBlock parent,
        int columns,
        List<List<Cell>> header,
        List<List<Cell>> body,
        List<List<Cell>> footer) {
      super(parent, "table");
      this.columns = columns;
      this.header = header;
      this.body = body;
      this.footer = footer;
    }

    @Override
    public int columns() {
      return columns;
    }

    @Override
    public List<List<Cell>> header() {
      return header;
    }

    @Override
    public List<List<Cell>> body() {
      return body;
    }

    @Override
    public List<List<Cell>> footer() {
      return footer;
    }
  }

  ParsedBlock parse(List<String> lines, ParsedBlock parent, BlockAttributeMap attributes) {
    if (attributes.containsKey("format") || attributes.containsKey("separator")) {
      throw new UnsupportedMarkupException("a table of another format");
    }
    int columns = columns(attributes.getOrDefault("cols", ""));
    int start = 0;
    while (start < lines.size() && lines.get(start).isEmpty()) {
      start++;
    }
    List<String> content = lines.subList(start, lines.size());
    if (content.isEmpty() || !content.getFirst().startsWith("|")) {
      throw new UnsupportedMarkupException("a table without a first cell");
    }
    boolean header = attributes.hasOption("header");
    if (!header && start == 0 && !attributes.hasOption("noheader")) {
      header = isHeaderByEmptyLine(content);
    }
    if (columns == 0
        && content.stream().anyMatch(line -> !line.startsWith("|") && line.contains("|"))) {
      throw new UnsupportedMarkupException("a first row over several lines");
    }
    List<String> cells = cells(content);
    int width = columns > 0 ? columns : cellsOf(content.getFirst());
    if (cells.size() % width != 0) {
      throw new UnsupportedMarkupException("a table with an incomplete row");
    }
    var rows = new ArrayList<List<TableNode.Cell>>();
    for (int at = 0; at < cells.size(); at += width) {
      rows.add(
          cells.subList(at, at + width).stream()
              .<TableNode.Cell>map(cell -> new Parsed(inlines.convert(cell)))
              .toList());
    }
    List<List<TableNode.Cell>> head = header ? List.of(rows.removeFirst()) : List.of();
    boolean footer = attributes.hasOption("footer") && !rows.isEmpty();
    List<List<TableNode.Cell>> foot = footer ? List.of(rows.removeLast()) : List.of();
    var table = new ParsedTable(parent, width, head, List.copyOf(rows), foot);
    table.give(attributes);
    return table;
  }

  /** Whether an empty line behind the first one makes that a header. */
  private static boolean isHeaderByEmptyLine(List<String> content) {
    if (content.size() < 2 || !content.get(1).isEmpty()) {
      return false;
    }
    content.stream()
        .skip(1)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .filter(line -> !line.startsWith("|"))
        .ifPresent(_ -> {
          throw new UnsupportedMarkupException("a first row with an empty line in it");
        });
    return true;
  }

  /** The number of columns that an attribute asks for; 0 if there is none. */
  private static int columns(String specification) {
    String columns = specification.replace(" ", "");
    if (columns.isEmpty()) {
      return 0;
    }
    if (columns.matches("[1-9]\\d{0,2}")) {
      return Integer.parseInt(columns);
    }
    int count = 0;
    for (String column : columns.split(columns.contains(",") ? "," : ";", -1)) {
      Matcher matcher = COLUMN.matcher(column);
      if (!matcher.find()) {
        throw new UnsupportedMarkupException("a column");
      }
      count += matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
    }
    if (count == 0) {
      throw new UnsupportedMarkupException("a table without columns");
    }
    return count;
  }

  private static int cellsOf(String line) {
    return (int) line.replace("\\|", "").chars().filter(c -> c == '|').count();
  }

  /** The texts between the separators. */
  private static List<String> cells(List<String> lines) {
    var cells = new ArrayList<String>();
    String[] parts = String.join("\n", lines).split("(?<!\\\\)\\|", -1);
    for (int i = 0; i < parts.length; i++) {
      String text = parts[i];
      String last = text.substring(text.lastIndexOf('\n') + 1);
      if (i < parts.length - 1) {
        Matcher specifier = CELL_SPECIFIER.matcher(last);
        if (specifier.find() && !AsciiSpace.strip(specifier.group()).isEmpty()) {
          throw new UnsupportedMarkupException("a cell that isn't plain");
        }
      }
      if (i > 0) {
        String cell = AsciiSpace.strip(text.replace("\\|", "|"));
        if (cell.startsWith("[[")) {
          throw new UnsupportedMarkupException("an anchor");
        }
        cells.add(cell);
      }
    }
    return cells;
  }
}
