package dev.deckhand.shell.repl.edit;

import dev.deckhand.shell.repl.complete.CommandAtCursor;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.CompletingParsedLine;

/** A line as the line editor needs it for completion; its words are those of one command. */
record ParsedShellLine(String line, int cursor, CommandAtCursor command)
    implements CompletingParsedLine {

  private static final String SPECIAL = " \t\n\"'\\$`&|;<>()*?[]{}#!";

  static ParsedShellLine of(String line, int cursor) {
    return new ParsedShellLine(line, cursor, CommandAtCursor.in(line, cursor));
  }

  @Override
  public String word() {
    return command.current();
  }

  @Override
  public int wordCursor() {
    return command.current().length();
  }

  @Override
  public int wordIndex() {
    return command.words().size();
  }

  @Override
  public List<String> words() {
    var all = new ArrayList<>(command.words());
    all.add(command.current());
    return all;
  }

  /**
   * Writes a word so that bash reads it as one: in the quotes that are open, or with backslashes.
   */
  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    String word = candidate.toString();
    String close = complete ? String.valueOf(command.quote()) : "";
    return switch (command.quote()) {
      case '\'' -> "'" + word.replace("'", "'\\''") + close;
      case '"' -> "\"" + word.replaceAll("([\"\\\\$`])", "\\\\$1") + close;
      default -> backslashEscaped(word);
    };
  }

  private static String backslashEscaped(String word) {
    var escaped = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean expression = c == '{' || c == '}' || c == '[' || c == ']';
      if (SPECIAL.indexOf(c) >= 0 && !(expression && word.startsWith("-"))) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  @Override
  public int rawWordCursor() {
    return cursor - command.start();
  }

  @Override
  public int rawWordLength() {
    return cursor - command.start();
  }
}
