package dev.deckhand.bash;

import static dev.deckhand.bash.TokenStream.require;

import dev.deckhand.bash.ShellToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads bash by its grammar, to tell which part each word plays and whether a command is complete.
 * Any text can be read: what breaks the grammar is skipped, and what is not closed ends with the
 * text.
 */
public final class ShellParser {

  /** Commands whose arguments name another command to run. */
  public static final Set<String> COMMAND_PREFIXES =
      Set.of(
          "builtin", "command", "env", "exec", "nice", "nohup", "sudo", "timeout", "watch",
          "xargs");

  private static final Set<String> CLOSING_KEYWORDS =
      Set.of("then", "elif", "else", "fi", "do", "done", "esac", "}");
  private static final Set<String> CASE_ENDS = Set.of(";;", ";&", ";;&");
  private static final Set<String> JOINING_OPERATORS = Set.of("&&", "||", "|", "|&");
  private static final Pattern ASSIGNMENT =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\[[^]]*])?\\+?=");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?[smhd]?");
  private static final Pattern DUPLICATION = Pattern.compile(".*&(\\d+|-)");
  private static final Pattern HEREDOC = Pattern.compile("(\\d*|\\{\\w+})<<-?");

  private final TokenStream stream;
  private final int outerDepth;
  private boolean invalid;

  ShellParser(String text, int start, int limit, int depth) {
    this.stream = new TokenStream(text, start, limit, depth);
    this.outerDepth = depth;
  }

  /** Reads the command that begins at an offset. */
  public static ShellCommand command(String text, int from) {
    return command(text, from, text.length(), 0);
  }

  private static ShellCommand command(String text, int from, int limit, int depth) {
    var parser = new ShellParser(text, from, limit, depth);
    boolean complete = parser.readTo("\n") || parser.invalid;
    return new ShellCommand(parser.stream.taken(), from, parser.stream.end(), complete);
  }

  /** All tokens of a text of one command or several. */
  public static List<ShellToken> tokens(String text) {
    return tokens(text, 0, text.length(), 0);
  }

  static List<ShellToken> tokens(String text, int from, int limit, int depth) {
    var tokens = new ArrayList<ShellToken>();
    for (int at = from; at < limit; ) {
      ShellCommand command = command(text, at, limit, depth);
      tokens.addAll(command.tokens());
      at = command.end();
    }
    return tokens;
  }

  /** Whether a syntax error was found. */
  boolean isInvalid() {
    return invalid;
  }

  TokenStream stream() {
    return stream;
  }

  /**
   * Reads commands up to an operator, and takes it; after a syntax error no further than to the end
   * of the line. False if the operator is missing.
   */
  boolean readTo(String end) {
    while (true) {
      try {
        if (invalid && stream.isAhead() && !stream.isAt(end) && !stream.isAt("\n")) {
          stream.take(isClosing() ? Kind.KEYWORD : stream.peek().kind());
        }
        if (invalid && (stream.isAt(end) || stream.isAt("\n"))) {
          return stream.takeIf(end);
        }
        if (!end.equals("\n")) {
          commandList();
        } else if (!stream.isAt(end)) {
          line();
        }
        expect(end);
        return true;
      } catch (TokenStream.Unreadable stopped) {
        if (stopped.isAtEnd() || !stream.recover(outerDepth)) {
          return false;
        }
        invalid = true;
      }
    }
  }

  private void expect(String operator) {
    require(stream.takeIf(operator));
  }

  private void expectKeyword(String word) {
    require(stream.takeIfKeyword(word));
  }

  private boolean takeIfAny(Set<String> operators) {
    boolean found = stream.isAtAny(operators);
    if (found) {
      stream.take(Kind.OPERATOR);
    }
    return found;
  }

  private boolean isListEnd() {
    return stream.isAt("\n") || stream.isAt(")") || stream.isAtAny(CASE_ENDS) || isClosing();
  }

  private boolean isClosing() {
    return CLOSING_KEYWORDS.stream().anyMatch(stream::isAtBare);
  }

  private void line() {
    do {
      pipelines();
    } while ((stream.takeIf(";") || stream.takeIf("&")) && !isListEnd());
  }

  /** One command or more, on one line or several. */
  private void commandList() {
    stream.takeNewlines();
    boolean separated;
    do {
      pipelines();
      separated = stream.takeIf(";") || stream.takeIf("&") || stream.isAt("\n");
      stream.takeNewlines();
    } while (separated && !isListEnd());
  }

  /** Commands joined by pipes, {@code &&} and {@code ||}. */
  private void pipelines() {
    boolean joined;
    do {
      boolean prefixed = false;
      while (stream.takeIfKeyword("!") || stream.takeIfKeyword("time")) {
        prefixed = true;
        if (stream.isAtBare("-p")) {
          stream.take(Kind.FLAG);
        }
      }
      if (!prefixed || !(isListEnd() || stream.isAt(";"))) {
        command();
      }
      joined = takeIfAny(JOINING_OPERATORS);
      if (joined) {
        stream.takeNewlines();
      }
    } while (joined);
  }

  private void command() {
    if (!compound()) {
      require(!isClosing());
      simple();
    }
  }

  /** Reads a compound command, if one begins here. */
  private boolean compound() {
    int depth = stream.depth();
    stream.setDepth(depth + 1);
    boolean found = true;
    if (stream.takeArithmetic()) {
      found = true;
    } else if (stream.takeIf("(")) {
      commandList();
      expect(")");
    } else if (stream.takeIfKeyword("if")) {
      conditions();
    } else if (stream.takeIfKeyword("while") || stream.takeIfKeyword("until")) {
      commandList();
      loopBody();
    } else if (stream.takeIfKeyword("for") || stream.takeIfKeyword("select")) {
      loop();
    } else if (stream.takeIfKeyword("case")) {
      cases();
    } else if (stream.takeIfKeyword("[[")) {
      test();
    } else if (stream.takeIfKeyword("function")) {
      word();
      if (stream.takeIf("(")) {
        expect(")");
      }
      functionBody();
    } else if (stream.takeIfKeyword("coproc")) {
      command();
    } else {
      found = group();
    }
    stream.setDepth(depth);
    while (found && stream.peek().kind() == Kind.REDIRECTION) {
      redirection();
    }
    return found;
  }

  private boolean group() {
    boolean found = stream.takeIfKeyword("{");
    if (found) {
      commandList();
      expectKeyword("}");
    }
    return found;
  }

  private void conditions() {
    do {
      commandList();
      expectKeyword("then");
      commandList();
    } while (stream.takeIfKeyword("elif"));
    if (stream.takeIfKeyword("else")) {
      commandList();
    }
    expectKeyword("fi");
  }

  private void loop() {
    if (stream.takeArithmetic()) {
      stream.takeIf(";");
    } else {
      word();
      if (!stream.takeIf(";")) {
        stream.takeNewlines();
        if (stream.takeIfKeyword("in")) {
          while (stream.isAtWord()) {
            argument();
          }
          require(stream.takeIf(";") || stream.takeIf("\n"));
        }
      }
    }
    stream.takeNewlines();
    if (!group()) {
      loopBody();
    }
  }

  private void loopBody() {
    expectKeyword("do");
    commandList();
    expectKeyword("done");
  }

  private void cases() {
    word();
    stream.takeNewlines();
    expectKeyword("in");
    stream.takeNewlines();
    boolean another = true;
    while (another && !stream.isAtBare("esac")) {
      stream.takeIf("(");
      do {
        word();
      } while (stream.takeIf("|"));
      expect(")");
      stream.takeNewlines();
      if (!stream.isAtAny(CASE_ENDS) && !stream.isAtBare("esac")) {
        commandList();
      }
      another = takeIfAny(CASE_ENDS);
      stream.takeNewlines();
    }
    expectKeyword("esac");
  }

  private void test() {
    stream.setMode(TokenStream.Mode.TEST);
    while (!stream.isAtBare("]]")) {
      require(!stream.isAt(";") && !stream.isAt("|") && !stream.isAt("&"));
      boolean regex = stream.isAtBare("=~");
      if (stream.isAtWord()) {
        argument();
      } else {
        stream.take(Kind.OPERATOR);
      }
      stream.setMode(regex ? TokenStream.Mode.REGEX : TokenStream.Mode.TEST);
    }
    stream.setMode(TokenStream.Mode.COMMANDS);
    stream.take(Kind.KEYWORD);
  }

  private void functionBody() {
    stream.takeNewlines();
    require(compound());
  }

  private void word() {
    require(stream.isAtWord());
    stream.take(Kind.WORD);
  }

  private void argument() {
    stream.take(stream.peek().value().startsWith("-") ? Kind.FLAG : Kind.WORD);
  }

  private void simple() {
    require(stream.isAtWord() || stream.peek().kind() == Kind.REDIRECTION);
    boolean nameExpected = true;
    boolean prefixed = false;
    while (stream.isAtWord() || stream.peek().kind() == Kind.REDIRECTION) {
      String value = stream.peek().value();
      if (!stream.isAtWord()) {
        redirection();
      } else if (!nameExpected || (prefixed && NUMBER.matcher(value).matches())) {
        argument();
      } else if (stream.isAt(ASSIGNMENT)) {
        stream.take(Kind.ASSIGNMENT);
      } else if (prefixed && value.startsWith("-")) {
        // the flag may take a value: nothing tells which of the next words names the command
        nameExpected = false;
        argument();
      } else if (stream.isAtFunction()) {
        word();
        expect("(");
        expect(")");
        functionBody();
        return;
      } else {
        prefixed = COMMAND_PREFIXES.contains(value);
        nameExpected = prefixed;
        stream.take(Kind.COMMAND);
      }
    }
  }

  private void redirection() {
    String operator = stream.take(Kind.REDIRECTION).value();
    if (DUPLICATION.matcher(operator).matches()) {
      return;
    }
    require(stream.isAtWord());
    String target = stream.take(Kind.FILE).value();
    if (HEREDOC.matcher(operator).matches()) {
      stream.expectHeredoc(target, operator.endsWith("-"));
    }
  }
}
