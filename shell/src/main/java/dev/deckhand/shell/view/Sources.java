package dev.deckhand.shell.view;

import dev.deckhand.lesson.Offered;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * Commands and listings, so that what is copied off the screen still works: a long command is
 * continued with the shell's own backslash between two arguments, and a line of Java or of a
 * listing is never broken (the terminal wraps it, and joins it again when it is copied).
 */
final class Sources {

  private static final int STEP = 2;

  private final Look look;

  Sources(Look look) {
    this.look = look;
  }

  /** Commands to try, each behind a bar and a prompt. */
  List<AttributedString> run(List<String> commands, int width) {
    var lines = new ArrayList<AttributedString>();
    for (Offered offered : Offered.of(commands)) {
      var typed = offered.text().lines().toList();
      if (typed.size() > 1 || offered.java()) {
        unbroken(typed, offered.prompt(), lines);
      } else {
        lines.addAll(continued(offered.text(), bar(offered.prompt()), width));
      }
    }
    return lines;
  }

  /** A command by itself in the text. */
  List<AttributedString> command(String command, int width) {
    return continued(command, Lines.blank(STEP), width);
  }

  /** Text as it stands, between two lines, at the margin so that it can be copied. */
  List<AttributedString> listing(String title, List<String> source, int width) {
    var lines = new ArrayList<AttributedString>();
    lines.add(edge(title, width));
    source.forEach(line -> lines.add(Ink.of(line, look.palette().code())));
    lines.add(edge("", width));
    return lines;
  }

  private AttributedString edge(String title, int width) {
    var line = look.marks().line();
    var ink = new Ink();
    if (!title.isEmpty()) {
      var name = Lines.cut(Ink.of(title), width - 6, look.marks().ellipsis()).toString();
      ink.put(line.repeat(2) + " ", look.palette().line()).put(name, look.palette().strong());
      ink.put(" ");
    }
    int rest = Math.max(0, width - ink.done().columnLength());
    return ink.put(line.repeat(rest), look.palette().line()).done();
  }

  private AttributedString bar(String prompt) {
    return new Ink()
        .put(look.marks().run() + " ", look.palette().accent())
        .put(prompt, look.palette().faint())
        .done();
  }

  private void unbroken(List<String> typed, String prompt, List<AttributedString> lines) {
    for (int i = 0; i < typed.size(); i++) {
      lines.add(
          new Ink()
              .put(bar(i == 0 ? prompt : Offered.MORE))
              .put(typed.get(i), look.palette().command())
              .done());
    }
  }

  private List<AttributedString> continued(String command, AttributedString first, int width) {
    int reach = first.columnLength();
    var rows = new ArrayList<AttributedString>();
    var row = new StringBuilder();
    for (String argument : Arguments.of(command)) {
      int room = width - reach - (rows.isEmpty() ? 0 : STEP) - 2;
      if (!row.isEmpty() && Ink.of(row + " " + argument).columnLength() > room) {
        rows.add(Ink.of(row + " \\", look.palette().command()));
        row.setLength(0);
      }
      row.append(row.isEmpty() ? "" : " ").append(argument);
    }
    rows.add(Ink.of(row.toString(), look.palette().command()));
    if (Ink.of(command).columnLength() <= width - reach) {
      rows.clear();
      rows.add(Ink.of(command, look.palette().command()));
    }
    return Lines.hang(first, Lines.blank(reach + STEP), rows);
  }
}
