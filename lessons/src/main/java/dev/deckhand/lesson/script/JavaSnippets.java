package dev.deckhand.lesson.script;

import dev.deckhand.bash.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells snippets of Java apart by their brackets and the operators at line ends, where JShell can't
 * be asked.
 */
public final class JavaSnippets {

  private static final Pattern WANTS_MORE = Pattern.compile("(?s).*(?<![+-])[-+*/%&|^=?:,.]\\s*");

  private static final Pattern INNER_LINE = Pattern.compile("[ \\t)}\\]]");

  private JavaSnippets() {}

  /**
   * Reads the snippet that begins at an offset. A line that is indented or closes a bracket belongs
   * to the snippet before it.
   */
  static ShellCommand first(String text, int from) {
    int end = from;
    boolean incomplete = true;
    while (end < text.length()
        && (incomplete || INNER_LINE.matcher(text).region(end, text.length()).lookingAt())) {
      int newline = text.indexOf('\n', end);
      end = newline < 0 ? text.length() : newline + 1;
      incomplete = isIncomplete(text.substring(from, end));
    }
    return new ShellCommand(List.of(), from, end, !incomplete);
  }

  /** All snippets of a text. */
  public static List<String> split(String text) {
    var snippets = new ArrayList<String>();
    for (int at = 0; at < text.length(); ) {
      int end = first(text, at).end();
      snippets.add(text.substring(at, end).stripTrailing());
      at = end;
    }
    return snippets;
  }

  /** Whether more has to follow; brackets in strings, characters and comments don't count. */
  public static boolean isIncomplete(String source) {
    boolean operator = WANTS_MORE.matcher(source).matches() && !source.strip().endsWith("*/");
    return operator || count(source) > 0;
  }

  private static int count(String source) {
    int open = 0;
    int at = 0;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (source.startsWith("//", at)) {
        at = endOf(source, "\n", at + 2);
      } else if (source.startsWith("/*", at)) {
        at = endOf(source, "*/", at + 2);
      } else if (source.startsWith("\"\"\"", at)) {
        at = endOf(source, "\"\"\"", at + 3);
        open += at > source.length() ? 1 : 0;
      } else if (c == '"' || c == '\'') {
        at = endOfLiteral(source, c, at + 1);
      } else {
        open += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        at++;
      }
    }
    return open;
  }

  /** Beyond the end of the source if it isn't found. */
  private static int endOf(String source, String end, int from) {
    int found = source.indexOf(end, from);
    return found < 0 ? source.length() + 1 : found + end.length();
  }

  private static int endOfLiteral(String source, char quote, int from) {
    for (int at = from; at < source.length(); at++) {
      char c = source.charAt(at);
      if (c == quote || c == '\n') {
        return at + 1;
      }
      if (c == '\\') {
        at++;
      }
    }
    return source.length();
  }
}
