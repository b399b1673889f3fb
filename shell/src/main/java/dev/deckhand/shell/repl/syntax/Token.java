package dev.deckhand.shell.repl.syntax;

/**
 * A piece of a line.
 *
 * @param start where it begins, counted from 0
 * @param end behind its last character
 * @param value the text without quotes and backslashes
 * @param quote the quote that is still open at its end; 0 for none
 */
public record Token(Kind kind, int start, int end, String value, char quote) {

  /** What part it plays. */
  public enum Kind {
    /** Names the command to be run. */
    COMMAND,
    /** A variable that is set: {@code A=b}. */
    ASSIGNMENT,
    /** A word of the shell's grammar: {@code if}, {@code do}, a brace. */
    KEYWORD,
    /** Begins with a dash. */
    FLAG,
    /** Any other word. */
    WORD,
    /** Where output goes to or input comes from. */
    FILE,
    /** Ends a command: {@code |}, {@code &&}, {@code ;}, the end of a line. */
    OPERATOR,
    /** {@code >}, {@code <} and the like. */
    REDIRECTION,
    COMMENT,
    /** The lines of a here-document, the last one too. */
    HEREDOC
  }

  /** Whether it is a word that may be completed. */
  boolean isWord() {
    return switch (kind) {
      case COMMAND, ASSIGNMENT, KEYWORD, FLAG, WORD, FILE -> true;
      case OPERATOR, REDIRECTION, COMMENT, HEREDOC -> false;
    };
  }
}
