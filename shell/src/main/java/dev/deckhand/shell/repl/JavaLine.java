package dev.deckhand.shell.repl;

import dev.deckhand.lesson.Entries;
import dev.deckhand.session.Lines;
import java.util.List;
import java.util.Set;

/** What a learner typed while Java is open, understood. */
sealed interface JavaLine {

  /** The commands that Java itself answers, as the jshell tool does. */
  Set<String> OF_JAVA = Set.of("vars", "methods", "imports", "list", "reset");

  /** Java, or a command for it: the lab runs it. */
  record Snippet(String text) implements JavaLine {}

  /** A word of the shell, without its slash. */
  record Word(String text) implements JavaLine {}

  /** A word of the shell that lacks its slash, unless there is a variable of that name. */
  record BareWord(String word) implements JavaLine {}

  /** To where the learner is already. */
  record Already() implements JavaLine {}

  /** Back to the shell. */
  record Leave() implements JavaLine {}

  record Help() implements JavaLine {}

  /** A command that there is not. */
  record Unknown(String command) implements JavaLine {}

  /** A snippet with a line that would end it: it could not be told from two. */
  record EndsInside() implements JavaLine {}

  /** Reads what was typed, one line or several. */
  static JavaLine read(String typed) {
    String text = typed.strip();
    if (text.equals(Entries.JAVA)) {
      return new Already();
    }
    if (beginsWithJava(text)) {
      return read(text.substring(Entries.JAVA.length()).strip());
    }
    if (text.isEmpty()) {
      return new Word("");
    }
    if (text.startsWith("/") && !text.startsWith("//") && !text.startsWith("/*")) {
      return command(text.substring(1));
    }
    if (Lines.WORDS.contains(text) || text.equals("exit")) {
      return new BareWord(text);
    }
    return text.lines().anyMatch(line -> line.strip().equals(Entries.END_OF_JAVA))
        ? new EndsInside()
        : new Snippet(typed);
  }

  /** Whether a line of the shell opens Java: {@code java} alone, or with nothing to end it. */
  static boolean opensJava(String line) {
    List<String> entries = Entries.of(line.strip().lines().toList()).entries();
    return !entries.isEmpty() && entries.getFirst().equals(Entries.JAVA);
  }

  private static boolean beginsWithJava(String text) {
    return text.lines().findFirst().orElse("").strip().equals(Entries.JAVA);
  }

  private static JavaLine command(String text) {
    String word = text.split("\\s", 2)[0];
    if (OF_JAVA.contains(word)) {
      return word.equals(text) ? new Snippet("/" + word) : new Unknown(text);
    }
    return switch (word) {
      case "exit" -> new Leave();
      case "help", "?" -> new Help();
      default -> Lines.WORDS.contains(word) ? new Word(text) : new Unknown(text);
    };
  }
}
