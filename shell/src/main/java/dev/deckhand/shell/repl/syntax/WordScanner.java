package dev.deckhand.shell.repl.syntax;

/** Reads one word, quotes, backslashes and substitutions included. */
final class WordScanner {

  private static final String WORD_ENDS = " \t\n|&;()<>";

  private final String text;
  private final StringBuilder value = new StringBuilder();
  private int at;
  private char quote;

  WordScanner(String text, int from) {
    this.text = text;
    this.at = from;
  }

  /** Reads to the end of the word, or to a substitution that has no end yet. */
  WordScanner read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (quote == '\'') {
        singleQuoted(c);
      } else if (c == '\\') {
        escape();
      } else if (c == '$' && text.startsWith("$(", at)) {
        int end = closing(at + 1);
        if (end < 0 && quote == 0) {
          return this;
        }
        take(end < 0 ? text.length() : end);
      } else if (quote == '"') {
        doubleQuoted(c);
      } else if (c == '\'' || c == '"') {
        quote = c;
        at++;
      } else if (c == '(' && !value.isEmpty() && value.charAt(value.length() - 1) == '=') {
        int end = closing(at);
        take(end < 0 ? text.length() : end);
      } else if (WORD_ENDS.indexOf(c) >= 0) {
        return this;
      } else {
        take(at + 1);
      }
    }
    return this;
  }

  private void singleQuoted(char c) {
    if (c == '\'') {
      quote = 0;
      at++;
    } else {
      take(at + 1);
    }
  }

  private void doubleQuoted(char c) {
    if (c == '"') {
      quote = 0;
      at++;
    } else {
      take(at + 1);
    }
  }

  private void escape() {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
    boolean kept = quote == '"' && "\"\\$`".indexOf(next) < 0;
    if (kept) {
      value.append('\\');
    }
    if (next != 0 && next != '\n') {
      value.append(next);
    }
    at = Math.min(text.length(), at + 2);
  }

  private void take(int end) {
    value.append(text, at, end);
    at = end;
  }

  /** Behind the parenthesis that closes the one at a place; -1 where none does. */
  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  int end() {
    return at;
  }

  String value() {
    return value.toString();
  }

  char quote() {
    return quote;
  }
}
