package dev.deckhand.shell.repl.java;

import dev.deckhand.lesson.script.ScriptSplitter;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.LearnerInputParser;
import java.util.List;
import java.util.Set;

/** What a learner typed while Java is open, understood. */
sealed interface JavaInput {

  /** The commands that Java itself answers, as the jshell tool does. */
  Set<String> JSHELL_COMMANDS = Set.of("vars", "methods", "imports", "list", "reset");

  /** Java, or a command for it: the lab runs it. */
  record Snippet(String text) implements JavaInput {}

  /** A word of the shell, without its slash. */
  record ShellInput(String text) implements JavaInput {}

  /** A word of the shell that lacks its slash, unless there is a variable of that name. */
  record ShellInputWithoutSlash(String word) implements JavaInput {}

  /** To where the learner is already. */
  record AlreadyOpen() implements JavaInput {}

  /** Back to the shell. */
  record Exit() implements JavaInput {}

  record Help() implements JavaInput {}

  /** A command that there is not. */
  record Unknown(String command) implements JavaInput {}

  /** A snippet with a line that would end it: it could not be told from two. */
  record EmbeddedEndMarker() implements JavaInput {}

  /** Reads what was typed, one line or several. */
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

  /** Whether a line of the shell opens Java: {@code java} alone, or with nothing to end it. */
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
