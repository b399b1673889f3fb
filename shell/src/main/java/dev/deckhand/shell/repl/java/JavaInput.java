package dev.deckhand.shell.repl.java;

import dev.deckhand.lesson.script.ScriptSplitter;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.LearnerInputParser;
import java.util.List;
import java.util.Set;

/** The meaning of what a learner typed at the Java prompt. */
sealed interface JavaInput {

  /** The commands that JShell itself handles. */
  Set<String> JSHELL_COMMANDS = Set.of("vars", "methods", "imports", "list", "reset");

  /** Java, or a command of JShell: the lab runs it. */
  record Snippet(String text) implements JavaInput {}

  /** One of Deckhand's own words, without the slash before it. */
  record ShellInput(String text) implements JavaInput {}

  /**
   * One of Deckhand's own words without the slash that it needs here, unless a variable has that
   * name.
   */
  record ShellInputWithoutSlash(String word) implements JavaInput {}

  /** Opens Java, which is open already. */
  record AlreadyOpen() implements JavaInput {}

  /** Goes back to the shell. */
  record Exit() implements JavaInput {}

  record Help() implements JavaInput {}

  /** A command that doesn't exist. */
  record Unknown(String command) implements JavaInput {}

  /** A snippet that contains the line that ends Java, so that the journal couldn't represent it. */
  record EmbeddedEndMarker() implements JavaInput {}

  /** Parses what was typed, one line or several. */
  static JavaInput read(String typed) {
    String text = typed.strip();
    if (text.equals(CommandFormat.JSHELL_START)) {
      return new AlreadyOpen();
    }
    if (startsWithJava(text)) {
      return read(text.substring(CommandFormat.JSHELL_START.length()).strip());
    }
    if (text.isEmpty()) {
      return new ShellInput("");
    }
    if (text.startsWith("/") && !text.startsWith("//") && !text.startsWith("/*")) {
      return command(text.substring(1));
    }
    if (LearnerInputParser.COMMANDS.contains(text) || text.equals("exit")) {
      return new ShellInputWithoutSlash(text);
    }
    return text.lines().anyMatch(line -> line.strip().equals(CommandFormat.JSHELL_EXIT))
        ? new EmbeddedEndMarker()
        : new Snippet(typed);
  }

  /**
   * Whether a line of the shell opens Java: it begins with {@code java} alone on a line, and no
   * line ends it.
   */
  static boolean opensJava(String line) {
    List<String> entries = ScriptSplitter.split(line.strip().lines().toList()).entries();
    return !entries.isEmpty() && entries.getFirst().equals(CommandFormat.JSHELL_START);
  }

  private static boolean startsWithJava(String text) {
    return text.lines().findFirst().orElse("").strip().equals(CommandFormat.JSHELL_START);
  }

  private static JavaInput command(String text) {
    String word = text.split("\\s", 2)[0];
    if (JSHELL_COMMANDS.contains(word)) {
      return word.equals(text) ? new Snippet("/" + word) : new Unknown(text);
    }
    return switch (word) {
      case "exit" -> new Exit();
      case "help", "?" -> new Help();
      default ->
          LearnerInputParser.COMMANDS.contains(word) ? new ShellInput(text) : new Unknown(text);
    };
  }
}
