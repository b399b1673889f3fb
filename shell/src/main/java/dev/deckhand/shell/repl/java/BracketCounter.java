package dev.deckhand.shell.repl.java;

import java.util.regex.Pattern;

/**
 * Counts brackets and looks for an operator at the end: what is left to go by while Java starts and
 * cannot be asked whether a snippet is whole.
 */
final class BracketCounter {

  private static final Pattern WANTS_MORE = Pattern.compile("(?s).*(?<![+-])[-+*/%&|^=?:,.]\\s*");

  private BracketCounter() {}

  /** Whether more has to follow; brackets in texts, characters and comments are none. */
  static boolean isIncomplete(String source) {
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

  /** Past the end of the source where it does not come. */
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
