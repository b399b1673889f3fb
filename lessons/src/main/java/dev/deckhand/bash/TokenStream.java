package dev.deckhand.bash;

import dev.deckhand.bash.ShellToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into tokens, one ahead of the parser, and keeps those that the parser has taken. Blanks
 * and comments are kept without being asked for; so are the lines of heredocs.
 */
final class TokenStream {

  /** How deep commands and expansions may be nested. */
  static final int MAX_DEPTH = 100;

  private static final Pattern BLANK = Pattern.compile("[ \\t]+|\\\\\\n");
  private static final Pattern COMMENT = Pattern.compile("#[^\\n]*");
  private static final Pattern OPERATOR = Pattern.compile("\\|\\||\\|&|&&|;;&?|;&|[|&;()\\n]");
  private static final Pattern REDIRECTION =
      Pattern.compile(
          "(?:\\d+|\\{\\w+})?(?:<<<|<<-?|<>|>>|>\\||[<>]&(?:(?:\\d+|-)(?![^\\s;&|()<>]))?"
              + "|[<>](?!\\())|&>>?");

  /** Between {@code [[} and {@code ]]}, where {@code <} and {@code >} compare. */
  private static final Pattern TEST_OPERATOR = Pattern.compile("\\|\\||&&|[()<>\\n]");

  private static final Pattern FUNCTION_PARENTHESIS = Pattern.compile("[ \\t]*\\(");

  private static final String WORD_ENDS = " \t\n|&;()<>";
  private static final String BLANKS = " \t\n";

  /** Which characters end a word, and which are operators. */
  enum Mode {
    COMMANDS,
    /** Between {@code [[} and {@code ]]}. */
    TEST,
    /** A regular expression after {@code =~}. */
    REGEX
  }

  /** Ends a command that is not closed at the end of the text, or that breaks the grammar. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final boolean atEnd;

    Unreadable(boolean atEnd) {
      super("", null, false, false);
      this.atEnd = atEnd;
    }

    boolean isAtEnd() {
      return atEnd;
    }
  }

  private record Heredoc(String delimiter, boolean stripsTabs) {
    boolean isEnd(String line) {
      return (stripsTabs ? line.replaceFirst("^\t+", "") : line).equals(delimiter);
    }
  }

  private final String text;
  private final int start;
  private final int limit;
  private final List<ShellToken> taken = new ArrayList<>();
  private final List<Heredoc> heredocs = new ArrayList<>();
  private int at;
  private int depth;
  private Mode mode = Mode.COMMANDS;
  private @Nullable ShellToken ahead;
  private boolean aheadInvalid;
  private boolean lastLineEnded;

  TokenStream(String text, int start, int limit, int depth) {
    this.text = text;
    this.start = start;
    this.limit = limit;
    this.at = start;
    this.depth = depth;
  }

  /** What was taken so far. */
  List<ShellToken> taken() {
    return taken;
  }

  /** Offset behind what was taken. */
  int end() {
    return taken.isEmpty() ? start : taken.getLast().end();
  }

  void setMode(Mode mode) {
    this.mode = mode;
  }

  /** How deep the tokens that follow are nested. */
  int depth() {
    return depth;
  }

  void setDepth(int depth) {
    require(depth <= MAX_DEPTH);
    this.depth = depth;
  }

  static void require(boolean holds) {
    if (!holds) {
      throw new Unreadable(false);
    }
  }

  /** The next token that is neither blank nor comment; an empty newline ends the last line. */
  ShellToken peek() {
    while (ahead == null) {
      if (at < limit) {
        ShellToken next = next();
        at = next.end();
        if (next.kind() == Kind.BLANK || next.kind() == Kind.COMMENT) {
          taken.add(next);
        } else {
          ahead = next;
        }
      } else if (lastLineEnded) {
        throw new Unreadable(true);
      } else {
        lastLineEnded = true;
        ahead = new ShellToken(Kind.OPERATOR, at, at, "\n");
      }
    }
    return ahead;
  }

  boolean isAt(String operator) {
    return peek().kind() == Kind.OPERATOR && peek().value().equals(operator);
  }

  boolean isAtAny(Set<String> operators) {
    return peek().kind() == Kind.OPERATOR && operators.contains(peek().value());
  }

  /** Whether a word follows, without quotes: only so can it be a reserved one. */
  boolean isAtBare(String word) {
    ShellToken next = peek();
    return next.kind() == Kind.WORD
        && next.value().equals(word)
        && next.end() - next.start() == word.length();
  }

  boolean isAtWord() {
    return peek().kind() == Kind.WORD;
  }

  /** Whether the text of the next token, with its quotes, begins with a match. */
  boolean isAt(Pattern pattern) {
    return pattern.matcher(text).region(peek().start(), peek().end()).lookingAt();
  }

  boolean isAtFunction() {
    return FUNCTION_PARENTHESIS.matcher(text).region(peek().end(), limit).lookingAt();
  }

  ShellToken take(Kind kind) {
    ShellToken token = peek().as(kind);
    ahead = null;
    if (token.end() > token.start()) {
      taken.add(token);
    }
    if (token.open() != 0 || aheadInvalid) {
      throw new Unreadable(!aheadInvalid);
    }
    if (kind == Kind.OPERATOR && token.value().equals("\n") && !heredocs.isEmpty()) {
      takeHeredocs();
    }
    return token;
  }

  boolean takeIf(String operator) {
    boolean found = isAt(operator);
    if (found) {
      take(Kind.OPERATOR);
    }
    return found;
  }

  boolean takeIfKeyword(String word) {
    boolean found = isAtBare(word);
    if (found) {
      take(Kind.KEYWORD);
    }
    return found;
  }

  void takeNewlines() {
    while (isAt("\n")) {
      take(Kind.OPERATOR);
    }
  }

  /** Takes {@code ((...))}, unless the parentheses are those of two subshells. */
  boolean takeArithmetic() {
    if (!isAt("(") || !WordReader.isArithmetic(text, peek().start(), limit)) {
      return false;
    }
    ahead = read(new WordReader(text, peek().start(), limit, depth), true, "");
    at = ahead.end();
    take(Kind.WORD);
    return true;
  }

  /** The lines up to this delimiter belong to the command, from the next newline on. */
  void expectHeredoc(String delimiter, boolean stripsTabs) {
    heredocs.add(new Heredoc(delimiter, stripsTabs));
  }

  /**
   * Goes on after a syntax error. False if the text has ended in the word that was not expected.
   */
  boolean recover(int atDepth) {
    depth = atDepth;
    mode = Mode.COMMANDS;
    heredocs.clear();
    boolean open = ahead != null && ahead.open() != 0;
    if (open) {
      taken.add(peek());
      ahead = null;
    }
    return !open;
  }

  /** Whether the token that was not expected is still to be taken. */
  boolean isAhead() {
    return ahead != null;
  }

  private ShellToken next() {
    aheadInvalid = false;
    ShellToken token = matching(BLANK, Kind.BLANK);
    token = token == null ? matching(COMMENT, Kind.COMMENT) : token;
    if (token == null && mode == Mode.COMMANDS) {
      token = matching(REDIRECTION, Kind.REDIRECTION);
      token = token == null ? matching(OPERATOR, Kind.OPERATOR) : token;
    } else if (token == null && mode == Mode.TEST) {
      token = matching(TEST_OPERATOR, Kind.OPERATOR);
    }
    if (token == null) {
      String ends = mode == Mode.REGEX ? BLANKS : WORD_ENDS;
      token = read(new WordReader(text, at, limit, depth), false, ends);
    }
    // a sign that neither ends a command here nor is part of a word: a semicolon in a test
    return token.end() > at
        ? token
        : new ShellToken(Kind.OPERATOR, at, at + 1, text.substring(at, at + 1));
  }

  private ShellToken read(WordReader word, boolean arithmetic, String ends) {
    ShellToken token = arithmetic ? word.readArithmetic() : word.read(ends);
    aheadInvalid = word.isInvalid();
    return token;
  }

  private @Nullable ShellToken matching(Pattern pattern, Kind kind) {
    Matcher matcher = pattern.matcher(text).region(at, limit);
    return matcher.lookingAt() ? new ShellToken(kind, at, matcher.end(), matcher.group()) : null;
  }

  private void takeHeredocs() {
    int from = at;
    while (!heredocs.isEmpty() && at < limit) {
      int newline = text.indexOf('\n', at);
      int end = newline < 0 || newline > limit ? limit : newline;
      if (heredocs.getFirst().isEnd(text.substring(at, end))) {
        heredocs.removeFirst();
      }
      at = heredocs.isEmpty() ? end : Math.min(limit, end + 1);
    }
    if (at > from) {
      taken.add(new ShellToken(Kind.HEREDOC, from, at, ""));
    }
    if (!heredocs.isEmpty()) {
      throw new Unreadable(true);
    }
    takeIf("\n");
  }
}
