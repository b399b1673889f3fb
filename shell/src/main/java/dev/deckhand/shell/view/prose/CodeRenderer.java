package dev.deckhand.shell.view.prose;

import dev.deckhand.lesson.OfferedCommand;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * Renders commands and listings so that they work when copied from the screen: a long command is
 * continued with a backslash between two arguments; a line of Java or of a listing is never broken,
 * since the terminal wraps it and joins it again when it is copied.
 */
public final class CodeRenderer {

  private static final int INDENT = 2;

  private final RenderContext context;

  public CodeRenderer(RenderContext context) {
    this.context = context;
  }

  /** Commands to try, each with a bar and a prompt. */
  public List<AttributedString> commands(List<String> commands, int width) {
    var lines = new ArrayList<AttributedString>();
    for (OfferedCommand offeredCommand : OfferedCommand.of(commands)) {
      var typed = offeredCommand.text().lines().toList();
      if (typed.size() > 1 || offeredCommand.java()) {
        appendUnbroken(typed, offeredCommand.prompt(), lines);
      } else {
        lines.addAll(withContinuations(offeredCommand.text(), bar(offeredCommand.prompt()), width));
      }
    }
    return lines;
  }

  /** A command on its own in the text. */
  List<AttributedString> command(String command, int width) {
    return withContinuations(command, LineLayout.blank(INDENT), width);
  }

  /** Verbatim text between two rules, at the margin so that it can be copied. */
  List<AttributedString> listing(String title, List<String> source, int width) {
    var lines = new ArrayList<AttributedString>();
    lines.add(edge(title, width));
    source.forEach(line -> lines.add(StyledLineBuilder.of(line, context.palette().code())));
    lines.add(edge("", width));
    return lines;
  }

  private AttributedString edge(String title, int width) {
    var line = context.glyphs().rule();
    var styledLineBuilder = new StyledLineBuilder();
    if (!title.isEmpty()) {
      var name =
          LineLayout.truncate(StyledLineBuilder.of(title), width - 6, context.glyphs().ellipsis())
              .toString();
      styledLineBuilder
          .append(line.repeat(2) + " ", context.palette().rule())
          .append(name, context.palette().strong());
      styledLineBuilder.append(" ");
    }
    int rest = Math.max(0, width - styledLineBuilder.build().columnLength());
    return styledLineBuilder.append(line.repeat(rest), context.palette().rule()).build();
  }

  private AttributedString bar(String prompt) {
    return new StyledLineBuilder()
        .append(context.glyphs().commandBar() + " ", context.palette().accent())
        .append(prompt, context.palette().faint())
        .build();
  }

  private void appendUnbroken(List<String> typed, String prompt, List<AttributedString> lines) {
    for (int i = 0; i < typed.size(); i++) {
      lines.add(
          new StyledLineBuilder()
              .append(bar(i == 0 ? prompt : OfferedCommand.CONTINUATION_PROMPT))
              .append(typed.get(i), context.palette().command())
              .build());
    }
  }

  private List<AttributedString> withContinuations(
      String command, AttributedString first, int width) {
    int reach = first.columnLength();
    var rows = new ArrayList<AttributedString>();
    var row = new StringBuilder();
    for (String argument : CommandLineSplitter.of(command)) {
      int room = width - reach - (rows.isEmpty() ? 0 : INDENT) - 2;
      if (!row.isEmpty() && StyledLineBuilder.of(row + " " + argument).columnLength() > room) {
        rows.add(StyledLineBuilder.of(row + " \\", context.palette().command()));
        row.setLength(0);
      }
      row.append(row.isEmpty() ? "" : " ").append(argument);
    }
    rows.add(StyledLineBuilder.of(row.toString(), context.palette().command()));
    if (StyledLineBuilder.of(command).columnLength() <= width - reach) {
      rows.clear();
      rows.add(StyledLineBuilder.of(command, context.palette().command()));
    }
    return LineLayout.prefixed(first, LineLayout.blank(reach + INDENT), rows);
  }
}
