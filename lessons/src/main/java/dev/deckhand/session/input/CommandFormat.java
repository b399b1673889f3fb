package dev.deckhand.session.input;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Commands as text: in the scripts of lessons, where an author writes what a learner would type,
 * and in the journal. Java stands between a line {@code java} and a line {@code /exit}.
 */
public final class CommandFormat {

  /** The line that opens JShell. */
  public static final String JSHELL_START = "java";

  /** The line that closes JShell. */
  public static final String JSHELL_EXIT = "/exit";

  private static final String EDIT = "edit";
  private static final Pattern EDIT_LINE = Pattern.compile("\\s*edit\\s+(\\S.*)", Pattern.DOTALL);
  private static final Pattern PLAIN_PATH = Pattern.compile("[\\p{L}\\p{N}./_~@%+,:=-]+");

  private CommandFormat() {}

  /** Reads a command. Anything is one: what is neither Java nor {@code edit} is for the shell. */
  public static SessionCommand parse(String text) {
    var edit = EDIT_LINE.matcher(text);
    if (edit.matches()) {
      return new SessionCommand.Edit(unquoted(edit.group(1).strip()));
    }
    List<String> lines = text.lines().toList();
    return isJava(lines)
        ? new SessionCommand.Java(String.join("\n", lines.subList(1, lines.size() - 1)))
        : new SessionCommand.Shell(text);
  }

  private static boolean isJava(List<String> lines) {
    return lines.size() > 1
        && lines.getFirst().strip().equals(JSHELL_START)
        && lines.stream().map(String::strip).toList().indexOf(JSHELL_EXIT) == lines.size() - 1;
  }

  /** Writes a command, so that {@link #parse} gives it back. */
  public static String write(SessionCommand command) {
    return switch (command) {
      case SessionCommand.Shell(String text) -> text;
      case SessionCommand.Java(String source) -> JSHELL_START + "\n" + source + "\n" + JSHELL_EXIT;
      case SessionCommand.Edit(String path) -> EDIT + " " + quoted(path);
    };
  }

  /** What a learner reads of a command: Java without the lines around it. */
  public static String describe(SessionCommand command) {
    return command instanceof SessionCommand.Java(String source) ? source : write(command);
  }

  private static String quoted(String path) {
    return PLAIN_PATH.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  /** Removes quotes and backslashes as bash would; blanks outside quotes stay part of the name. */
  private static String unquoted(String word) {
    var path = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean escaping = c == '\\' && i + 1 < word.length() && quote != '\'';
      if (escaping && (quote == 0 || "\\\"$`".indexOf(word.charAt(i + 1)) >= 0)) {
        path.append(word.charAt(++i));
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else {
        path.append(c);
      }
    }
    // a quote that nobody closed is part of the name
    return quote == 0 ? path.toString() : word;
  }
}
