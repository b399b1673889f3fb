package dev.deckhand.bash;

import java.util.List;

/**
 * A piece of a command line. The tokens of a text cover it without gaps.
 *
 * @param start offset of its first character
 * @param end offset behind its last character
 * @param value the text without quotes and backslashes; substitutions are kept as they were typed
 * @param open the quote or bracket that is not closed at its end, {@code \} for a line that is
 *     continued; 0 for none
 * @param substitutions the commands inside: {@code $(...)}, {@code `...`}, {@code <(...)}
 */
public record ShellToken(
    Kind kind, int start, int end, String value, char open, List<Substitution> substitutions) {

  public ShellToken {
    substitutions = List.copyOf(substitutions);
  }

  ShellToken(Kind kind, int start, int end, String value) {
    this(kind, start, end, value, (char) 0, List.of());
  }

  /** The part that a token plays. */
  public enum Kind {
    /** Names the command to run. */
    COMMAND,
    /** Sets a variable: {@code A=b}. */
    ASSIGNMENT,
    /** A reserved word where bash takes it for one: {@code if}, {@code do}, a brace. */
    KEYWORD,
    /** Begins with a dash. */
    FLAG,
    /** Any other word. */
    WORD,
    /** The target of a redirection. */
    FILE,
    /** {@code |}, {@code &&}, {@code ;}, a parenthesis, the end of a line. */
    OPERATOR,
    /** {@code >}, {@code <} and the like. */
    REDIRECTION,
    COMMENT,
    /** The lines of a heredoc, its delimiter included. */
    HEREDOC,
    /** Spaces and tabs, and a backslash with the newline it hides. */
    BLANK
  }

  /**
   * The tokens of commands inside a word.
   *
   * @param closed false if the text ends before the substitution does
   */
  public record Substitution(List<ShellToken> tokens, boolean closed) {
    public Substitution {
      tokens = List.copyOf(tokens);
    }
  }

  /** Whether it is a word, whatever its part. */
  public boolean isWord() {
    return switch (kind) {
      case COMMAND, ASSIGNMENT, KEYWORD, FLAG, WORD, FILE -> true;
      case OPERATOR, REDIRECTION, COMMENT, HEREDOC, BLANK -> false;
    };
  }

  ShellToken as(Kind other) {
    return new ShellToken(other, start, end, value, open, substitutions);
  }
}
