package dev.deckhand.shell.repl.syntax;

import dev.deckhand.shell.repl.syntax.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts lines of shell into tokens. Never fails: what is not understood is a word. */
public final class Lexer {

  private static final Pattern OPERATOR =
      Pattern.compile("\\|\\||\\|&|&&|;;&?|[|;()]|&(?!>)|\\n|\\$\\(");
  private static final Pattern REDIRECTION =
      Pattern.compile("(?:\\d+|&)?(?:<<<|<<-?|<>|>>|>\\||[<>]&|[<>])(?:\\d+(?=\\s|$)|-(?=\\s|$))?");
  private static final Pattern ASSIGNMENT =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\[[^]]*])?\\+?=.*", Pattern.DOTALL);

  /** After these a command may begin. */
  private static final Set<String> BEFORE_COMMANDS =
      Set.of("if", "then", "else", "elif", "while", "until", "do", "!", "{", "time", "coproc");

  /** After these it may not. */
  private static final Set<String> OTHER_KEYWORDS =
      Set.of("for", "select", "case", "function", "fi", "done", "esac", "}", "[[");

  /** Commands that take a command. */
  private static final Set<String> PREFIXES =
      Set.of("sudo", "command", "builtin", "exec", "nohup", "env", "watch", "xargs", "nice");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final Deque<String> heredocs = new ArrayDeque<>();
  private int at;
  private boolean commandExpected = true;
  private boolean prefixed;
  private boolean inCasePatterns;
  private boolean inTestBrackets;
  private boolean functionNameExpected;
  private String redirection = "";

  private Lexer(String text) {
    this.text = text;
  }

  /** Cuts a text of one line or several. */
  public static List<Token> of(String text) {
    var lexer = new Lexer(text);
    while (lexer.at < text.length()) {
      lexer.next();
    }
    return List.copyOf(lexer.tokens);
  }

  private void next() {
    char c = text.charAt(at);
    if (c == ' ' || c == '\t' || c == '\r' || text.startsWith("\\\n", at)) {
      at += c == '\\' ? 2 : 1;
    } else if (c == '#') {
      comment();
    } else if (text.startsWith("$(", at) && new WordScanner(text, at).read().end() > at) {
      word();
    } else if (!matched(REDIRECTION, Kind.REDIRECTION) && !matched(OPERATOR, Kind.OPERATOR)) {
      word();
    }
  }

  private void comment() {
    int end = text.indexOf('\n', at);
    add(Kind.COMMENT, end < 0 ? text.length() : end);
  }

  private boolean matched(Pattern pattern, Kind kind) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    String found = matcher.group();
    add(kind, matcher.end());
    if (kind == Kind.REDIRECTION) {
      redirection = found.matches(".*[\\d-]") && !found.endsWith("<<-") ? "" : found;
    } else {
      commandExpected = !inTestBrackets;
      prefixed = false;
      redirection = "";
      if (found.equals("\n")) {
        heredocBodies();
      }
    }
    return true;
  }

  /** The bodies of the here-documents that the line before began. */
  private void heredocBodies() {
    int from = at;
    while (!heredocs.isEmpty() && at < text.length()) {
      int end = text.indexOf('\n', at);
      int stop = end < 0 ? text.length() : end;
      if (text.substring(at, stop).strip().equals(heredocs.element())) {
        heredocs.remove();
      }
      at = heredocs.isEmpty() ? stop : Math.min(text.length(), stop + 1);
    }
    if (at > from) {
      tokens.add(new Token(Kind.HEREDOC, from, at, "", (char) 0));
    }
  }

  private void word() {
    var word = new WordScanner(text, at).read();
    if (word.end() == at) {
      at++;
      return;
    }
    boolean bare = text.substring(at, word.end()).equals(word.value());
    Kind kind = kind(word.value(), bare, text.startsWith("()", word.end()));
    tokens.add(new Token(kind, at, word.end(), word.value(), word.quote()));
    at = word.end();
  }

  private Kind kind(String value, boolean bare, boolean defines) {
    if (!redirection.isEmpty()) {
      if (redirection.endsWith("<<") || redirection.endsWith("<<-")) {
        heredocs.add(value);
      }
      redirection = "";
      return Kind.FILE;
    }
    if (bare && value.equals("]]")) {
      inTestBrackets = false;
      return Kind.KEYWORD;
    }
    if (functionNameExpected) {
      functionNameExpected = false;
      commandExpected = true;
      return Kind.WORD;
    }
    if (!commandExpected) {
      return value.startsWith("-") ? Kind.FLAG : Kind.WORD;
    }
    if (bare && BEFORE_COMMANDS.contains(value)) {
      return Kind.KEYWORD;
    }
    if (bare && OTHER_KEYWORDS.contains(value)) {
      commandExpected = false;
      inCasePatterns = value.equals("case") || (inCasePatterns && !value.equals("esac"));
      inTestBrackets = value.equals("[[");
      functionNameExpected = value.equals("function");
      return Kind.KEYWORD;
    }
    if (ASSIGNMENT.matcher(value).matches()) {
      return Kind.ASSIGNMENT;
    }
    return command(value, defines);
  }

  private Kind command(String value, boolean defines) {
    if (prefixed && value.startsWith("-")) {
      // a flag may take a value, and nobody here knows which: what follows is not called a command
      commandExpected = false;
      return Kind.FLAG;
    }
    prefixed = PREFIXES.contains(value);
    commandExpected = prefixed;
    return defines || inCasePatterns ? Kind.WORD : Kind.COMMAND;
  }

  private void add(Kind kind, int end) {
    tokens.add(new Token(kind, at, end, text.substring(at, end), (char) 0));
    at = end;
  }
}
