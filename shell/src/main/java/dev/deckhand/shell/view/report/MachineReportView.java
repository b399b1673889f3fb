package dev.deckhand.shell.view.report;

import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.LineWrapper;
import dev.deckhand.shell.view.style.MarkedLineRenderer;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StatusMark;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** The findings on a machine, with remedies for what is missing. Immutable. */
public final class MachineReportView {

  private final RenderContext context;
  private final MarkedLineRenderer markedLineRenderer;

  public MachineReportView(RenderContext context) {
    this.context = context;
    this.markedLineRenderer = new MarkedLineRenderer(context);
  }

  /** Draws the rows: a table, with remedies below the rows that have one. */
  public List<AttributedString> lines(List<Row> rows) {
    return context.isNarrow() ? stacked(rows) : sideBySide(rows);
  }

  private List<AttributedString> sideBySide(List<Row> rows) {
    int words = rows.stream().mapToInt(row -> word(row).columnLength()).max().orElse(0);
    int titles =
        rows.stream()
            .mapToInt(row -> StyledLineBuilder.of(row.title()).columnLength())
            .max()
            .orElse(0);
    int column = words + 2 + Math.min(titles, context.textWidth() / 3) + 2;
    var lines = new ArrayList<AttributedString>();
    for (Row row : rows) {
      var head =
          new StyledLineBuilder()
              .append(word(row))
              .pad(words + 2)
              .append(title(row, column - words - 4));
      var found = LineWrapper.wrap(StyledLineBuilder.of(row.found()), context.textWidth() - column);
      lines.addAll(LineLayout.prefixed(head.pad(column).build(), found));
      lines.addAll(LineLayout.indent(words + 2, remedy(row, context.textWidth() - words - 2)));
    }
    return lines;
  }

  private List<AttributedString> stacked(List<Row> rows) {
    var lines = new ArrayList<AttributedString>();
    for (Row row : rows) {
      lines.addAll(markedLineRenderer.item(row.mark(), say(row.mark()), row.title(), 0));
      lines.addAll(
          LineLayout.indent(
              2, LineWrapper.wrap(StyledLineBuilder.of(row.found()), context.textWidth() - 2)));
      lines.addAll(LineLayout.indent(2, remedy(row, context.textWidth() - 2)));
    }
    return lines;
  }

  private AttributedString word(Row row) {
    return new StyledLineBuilder()
        .append(context.theme().mark(row.mark()))
        .append(" " + say(row.mark()), context.theme().style(row.mark()))
        .build();
  }

  private AttributedString title(Row row, int width) {
    return LineLayout.truncate(
        StyledLineBuilder.of(row.title(), context.palette().strong()),
        width,
        context.glyphs().ellipsis());
  }

  private List<AttributedString> remedy(Row row, int width) {
    return row.remedy().isEmpty() ? List.of() : markedLineRenderer.nextAction(row.remedy(), width);
  }

  private String say(StatusMark statusMark) {
    return context.format(
        switch (statusMark) {
          case GOOD -> TextKey.DOCTOR_GOOD;
          case BAD -> TextKey.DOCTOR_BAD;
          case UNSURE -> TextKey.DOCTOR_UNSURE;
          case OPEN -> TextKey.DOCTOR_OPEN;
        });
  }

  /**
   * One finding.
   *
   * @param found what was found, in short
   * @param remedy what to do, as a sentence; empty if nothing
   */
  public record Row(StatusMark mark, String title, String found, String remedy) {}
}
