package dev.deckhand.shell.view;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** What was found on a machine, thing by thing, with the remedy for what is missing. Immutable. */
public final class Report {

  private final Look look;
  private final Signs signs;

  public Report(Look look) {
    this.look = look;
    this.signs = new Signs(look);
  }

  /** Draws the rows: a table, with remedies below the rows that have one. */
  public List<AttributedString> lines(List<Row> rows) {
    return look.narrow() ? stacked(rows) : side(rows);
  }

  private List<AttributedString> side(List<Row> rows) {
    int words = rows.stream().mapToInt(row -> word(row).columnLength()).max().orElse(0);
    int titles = rows.stream().mapToInt(row -> Ink.of(row.title()).columnLength()).max().orElse(0);
    int column = words + 2 + Math.min(titles, look.measure() / 3) + 2;
    var lines = new ArrayList<AttributedString>();
    for (Row row : rows) {
      var head = new Ink().put(word(row)).pad(words + 2).put(title(row, column - words - 4));
      var found = Wrap.lines(Ink.of(row.found()), look.measure() - column);
      lines.addAll(Lines.hang(head.pad(column).done(), found));
      lines.addAll(Lines.indent(words + 2, remedy(row, look.measure() - words - 2)));
    }
    return lines;
  }

  private List<AttributedString> stacked(List<Row> rows) {
    var lines = new ArrayList<AttributedString>();
    for (Row row : rows) {
      lines.addAll(signs.item(row.mark(), say(row.mark()), row.title(), 0));
      lines.addAll(Lines.indent(2, Wrap.lines(Ink.of(row.found()), look.measure() - 2)));
      lines.addAll(Lines.indent(2, remedy(row, look.measure() - 2)));
    }
    return lines;
  }

  private AttributedString word(Row row) {
    return new Ink()
        .put(look.theme().mark(row.mark()))
        .put(" " + say(row.mark()), look.theme().style(row.mark()))
        .done();
  }

  private AttributedString title(Row row, int width) {
    return Lines.cut(Ink.of(row.title(), look.palette().strong()), width, look.marks().ellipsis());
  }

  private List<AttributedString> remedy(Row row, int width) {
    return row.remedy().isEmpty() ? List.of() : signs.next(row.remedy(), width);
  }

  private String say(Mark mark) {
    return look.say(
        switch (mark) {
          case GOOD -> Phrase.DOCTOR_GOOD;
          case BAD -> Phrase.DOCTOR_BAD;
          case UNSURE -> Phrase.DOCTOR_UNSURE;
          case OPEN -> Phrase.DOCTOR_OPEN;
        });
  }

  /**
   * One thing that was looked at.
   *
   * @param found what is there, in short
   * @param remedy what to do, in a sentence; empty where nothing is to be done
   */
  public record Row(Mark mark, String title, String found, String remedy) {}
}
