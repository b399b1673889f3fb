package dev.deckhand.shell.cli;

import dev.deckhand.shell.view.Look;
import dev.deckhand.shell.view.Messages;
import dev.deckhand.shell.view.Theme;
import dev.deckhand.shell.view.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;

/** What commands say outside of a lesson: to people on a terminal, plainly elsewhere. */
final class Voice {

  private final Outside outside;
  private final boolean plain;
  private final Words words = Words.in(Locale.getDefault());

  Voice(Outside outside, boolean plain) {
    this.outside = outside;
    this.plain = plain;
  }

  Words words() {
    return words;
  }

  Theme theme() {
    return new ThemeChoice(outside).choose(plain || !outside.outputIsTerminal());
  }

  Look look() {
    return new Look(theme(), words, columns());
  }

  private int columns() {
    try {
      return Math.clamp(Integer.parseInt(outside.variable("COLUMNS")), 20, 500);
    } catch (NumberFormatException notSaid) {
      return 80;
    }
  }

  /** Says what went wrong, where errors go. */
  void trouble(String what, String next) {
    print(outside.err(), new Messages(look()).trouble(what, next));
  }

  /** Says something plainly. */
  void say(String text) {
    print(outside.out(), new Messages(look()).say(text));
  }

  /** Shows lines. */
  void show(List<AttributedString> lines) {
    print(outside.out(), lines);
  }

  /** Asks a question that is answered by yes or no; Enter means yes. */
  boolean agrees(String question) {
    outside.out().print(question + " [Y/n] ");
    outside.out().flush();
    try {
      var line =
          new BufferedReader(new InputStreamReader(outside.in(), StandardCharsets.UTF_8))
              .readLine();
      return line != null
          && (line.isBlank() || line.strip().toLowerCase(Locale.ROOT).startsWith("y"));
    } catch (IOException nobody) {
      return false;
    }
  }

  /** Whether a line can be drawn over. */
  boolean canRedraw() {
    return outside.outputIsTerminal() && !plain && !outside.variable("TERM").equals("dumb");
  }

  /** Draws over the line that the cursor is on. */
  void redraw(AttributedString line) {
    outside.out().print("\r\033[K" + line.toAnsi());
    outside.out().flush();
  }

  /** Erases the line that the cursor is on. */
  void erase() {
    redraw(AttributedString.EMPTY);
  }

  private void print(java.io.PrintStream to, List<AttributedString> lines) {
    boolean styled = outside.outputIsTerminal() && !plain;
    lines.forEach(line -> to.println(styled ? line.toAnsi() : line.toString()));
    to.flush();
  }
}
