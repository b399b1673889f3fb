package dev.deckhand.check.diagnostic;

/**
 * What is wrong with a block, and how to mend it.
 *
 * @param message what is wrong, in a sentence
 * @param remedy what to do about it, in a sentence
 */
public record Diagnostic(SourcePosition position, String message, String remedy) {
  /** Returns the flaw as one line: place, message, remedy. */
  @Override
  public String toString() {
    return position + ": " + message + " " + remedy;
  }
}
