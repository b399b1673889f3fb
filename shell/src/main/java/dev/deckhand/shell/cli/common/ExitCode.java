package dev.deckhand.shell.cli.common;

/** What the program tells whoever called it. Documented in {@code docs/exit-codes.md}. */
public enum ExitCode {
  /** All went well; with a script: every step was done. */
  OK(0),
  /** Something in Deckhand itself went wrong. */
  BUG(1),
  /** The command line, a file or a name was wrong. */
  USAGE(2),
  /** A lesson was not done to its end: checks failed, or steps were skipped. */
  CHECKS_FAILED(3),
  /** No lab could be had: no engine, no image. */
  NO_LAB(4),
  /** The lab was there, and went away. */
  LAB_LOST(5),
  /** Interrupted by Ctrl-C, as shells report it. */
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number that the operating system gets. */
  public int code() {
    return code;
  }
}
