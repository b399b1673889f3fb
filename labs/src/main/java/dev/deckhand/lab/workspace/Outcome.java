package dev.deckhand.lab.workspace;

/** How a command came to its end. */
sealed interface Outcome {

  /** The shell is back. */
  record Returned(Report report) implements Outcome {}

  /**
   * The shell is no more.
   *
   * @param exitCode its own
   */
  record Ended(int exitCode) implements Outcome {}
}
