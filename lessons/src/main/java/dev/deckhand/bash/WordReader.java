package dev.deckhand.bash;

import dev.deckhand.bash.ShellToken.Kind;
import dev.deckhand.bash.ShellToken.Substitution;
import java.util.ArrayList;
import java.util.List;

/** Reads one word: quotes, escapes, expansions and substitutions included. */
final class WordReader {

  private final String text;
  private final int start;
  private final int limit;
  private final StringBuilder value = new StringBuilder();
  private final List<Substitution> substitutions = new ArrayList<>();
  private int at;
  private int depth;
  private char open;
  private boolean invalid;

  /**
   * @param limit where the text ends for this word
   * @param depth how deep it is nested
   */
  WordReader(String text, int start, int limit, int depth) {
    this.text = text;
    this.start = start;
    this.limit = limit;
    this.depth = depth;
    this.at = start;
  }

  /** Reads up to one of these characters, or to the end of the text. */
  ShellToken read(String ends) {
    while (isMore()) {
      if (isArray()) {
        bracketed(1, '(', ')', false);
      } else if (ends.indexOf(text.charAt(at)) < 0 || isProcessSubstitution()) {
        part(false);
      } else {
        break;
      }
    }
    return new ShellToken(Kind.WORD, start, at, value.toString(), open, substitutions);
  }

  /** Reads {@code ((...))}. */
  ShellToken readArithmetic() {
    bracketed(1, '(', ')', false);
    return new ShellToken(Kind.WORD, start, at, value.toString(), open, substitutions);
  }

  /** Whether a command in it has a syntax error. */
  boolean isInvalid() {
    return invalid;
  }

  /**
   * Whether two parentheses open arithmetic, and not a subshell in a subshell: those that close
   * them stand side by side, or the text ends before.
   */
  static boolean isArithmetic(String text, int from, int limit) {
    if (!text.startsWith("((", from)) {
      return false;
    }
    int nesting = 0;
    char quote = 0;
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '(') {
        nesting++;
      } else if (c == ')' && --nesting == 1) {
        return i + 1 >= limit || text.charAt(i + 1) == ')';
      }
    }
    return true;
  }

  private boolean isMore() {
    return open == 0 && at < limit;
  }

  private boolean follows(String expected) {
    return text.startsWith(expected, at) && at + expected.length() <= limit;
  }

  private boolean isProcessSubstitution() {
    return follows("<(") || follows(">(");
  }

  private boolean isArray() {
    return follows("(") && !value.isEmpty() && value.charAt(value.length() - 1) == '=';
  }

  /** Reads a quoted part, an expansion or a single character. */
  private void part(boolean quoted) {
    if (depth >= TokenStream.MAX_DEPTH) {
      take(1);
      return;
    }
    depth++;
    switch (text.charAt(at)) {
      case '\\' -> escape(quoted);
      case '`' -> backquoted();
      case '$' -> expansion(quoted);
      case '"' -> doubleQuoted();
      case '\'' -> {
        if (quoted) {
          take(1);
        } else {
          singleQuoted(false);
        }
      }
      default -> {
        if (!quoted && isProcessSubstitution()) {
          substitution();
        } else {
          take(1);
        }
      }
    }
    depth--;
  }

  private void take(int length) {
    int end = Math.min(limit, at + length);
    value.append(text, at, end);
    at = end;
  }

  private void escape(boolean quoted) {
    if (at + 1 >= limit) {
      open = '\\';
      at++;
      return;
    }
    char next = text.charAt(at + 1);
    if (quoted && "\"\\$`\n".indexOf(next) < 0) {
      value.append('\\');
    }
    if (next != '\n') {
      value.append(next);
    }
    at += 2;
  }

  private void singleQuoted(boolean escapes) {
    for (at++; at < limit; take(1)) {
      if (text.charAt(at) == '\'') {
        at++;
        return;
      }
      if (escapes && text.charAt(at) == '\\') {
        take(1);
      }
    }
    open = '\'';
  }

  private void doubleQuoted() {
    at++;
    while (isMore()) {
      if (text.charAt(at) == '"') {
        at++;
        return;
      }
      part(true);
    }
    if (open == 0 || open == '\\') {
      open = '"';
    }
  }

  private void expansion(boolean quoted) {
    if (follows("$((")) {
      arithmeticExpansion(quoted);
    } else if (follows("$(")) {
      substitution();
    } else if (follows("${")) {
      bracketed(2, '{', '}', quoted);
    } else if (!quoted && follows("$'")) {
      at++;
      singleQuoted(true);
    } else if (!quoted && follows("$\"")) {
      at++;
      doubleQuoted();
    } else {
      take(1);
    }
  }

  /** Reads {@code $((...))}, or a substitution that begins with a subshell. */
  private void arithmeticExpansion(boolean quoted) {
    int from = at;
    int before = substitutions.size();
    bracketed(2, '(', ')', quoted);
    if (!isArithmetic(text, from + 1, at)) {
      substitutions.subList(before, substitutions.size()).clear();
      substitutions.add(new Substitution(ShellParser.tokens(text, from + 2, at - 1, depth), true));
    }
  }

  /** Reads up to the bracket that closes the one at the end of the first characters. */
  private void bracketed(int length, char opening, char closing, boolean quoted) {
    int from = at;
    int before = value.length();
    int nesting = 1;
    take(length);
    while (nesting > 0 && isMore()) {
      char c = text.charAt(at);
      nesting += c == closing ? -1 : c == opening && opening == '(' ? 1 : 0;
      part(quoted);
    }
    if (nesting > 0 && open == 0) {
      open = opening;
    }
    value.setLength(before);
    value.append(text, from, at);
  }

  private void substitution() {
    int from = at;
    var parser = new ShellParser(text, at + 2, limit, depth);
    boolean closed = parser.readTo(")");
    List<ShellToken> tokens = parser.stream().taken();
    substitutions.add(
        new Substitution(closed ? tokens.subList(0, tokens.size() - 1) : tokens, closed));
    at = parser.stream().end();
    invalid |= parser.isInvalid();
    open = closed || parser.isInvalid() ? 0 : '(';
    value.append(text, from, at);
  }

  private void backquoted() {
    int from = at;
    int end = at + 1;
    while (end < limit && text.charAt(end) != '`') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    boolean closed = end < limit;
    at = closed ? end + 1 : limit;
    open = closed ? 0 : '`';
    int inner = Math.min(end, limit);
    substitutions.add(new Substitution(ShellParser.tokens(text, from + 1, inner, depth), closed));
    value.append(text, from, at);
  }
}
