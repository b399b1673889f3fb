package dev.deckhand.check.diagnostic;

/**
 * A problem in a block, and how to fix it.
 *
 * @param message what is wrong, in a sentence
 * @param remedy what to do about it, in a sentence
 */
public record Diagnostic(SourcePosition position, String message, String remedy) {
  /** Returns the position, the message and the remedy on one line. */
  @Override
  public String toString() {
    return position + ": " + message + " " + remedy;
  }
}
