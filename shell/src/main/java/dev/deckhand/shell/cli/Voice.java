package dev.deckhand.shell.cli;

import dev.deckhand.lesson.Png;
import dev.deckhand.shell.picture.Gallery;
import dev.deckhand.shell.view.Easel;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp;

/** What commands say outside of a lesson: to people on a terminal, plainly elsewhere. */
final class Voice {

  private static final Set<String> KNOWN_TERMINALS =
      Set.of("xterm", "xterm-256color", "screen", "screen-256color");

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

  /** JLine asks infocmp about each terminal, also about those that it knows: that takes a while. */
  private static void knowTerminal(String type) {
    if (KNOWN_TERMINALS.contains(type)) {
      InfoCmp.setLoadedInfoCmp(type, InfoCmp.getDefaultInfoCmp(type));
    }
  }

  /** The terminal that the person sits at. */
  Terminal terminal() throws IOException {
    knowTerminal(outside.variable("TERM"));
    // without "exec", which asks other programs what the JVM can find out by itself
    var builder = TerminalBuilder.builder().system(true).exec(false).graphemeCluster(false);
    // a dumb one would have neither a size nor a raw mode, which commands need
    return (canRedraw() ? builder : builder.type("ansi")).build();
  }

  /**
   * Where the pictures of a lesson are shown.
   *
   * @param pictures by their names
   * @param rows of the screen
   */
  Easel easel(Function<String, Optional<Png>> pictures, int rows) {
    if (!canRedraw()) {
      return Easel.NONE;
    }
    return new ImageChoice(outside)
        .choose()
        .<Easel>map(protocol -> new Gallery(protocol, pictures, rows))
        .orElse(Easel.NONE);
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
