package dev.deckhand.lab.workspace;

/** How a command ended. */
sealed interface ShellOutcome {

  /** The shell is ready for the next command. */
  record CommandEnded(ShellReport report) implements ShellOutcome {}

  /**
   * The shell itself ended.
   *
   * @param exitCode the shell's
   */
  record ShellExited(int exitCode) implements ShellOutcome {}
}
