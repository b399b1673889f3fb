package dev.deckhand.lab.workspace;

/** How a command came to its end. */
sealed interface ShellOutcome {

  /** The shell is back. */
  record CommandEnded(ShellReport report) implements ShellOutcome {}

  /**
   * The shell is no more.
   *
   * @param exitCode its own
   */
  record ShellExited(int exitCode) implements ShellOutcome {}
}
