package dev.deckhand.shell.cli.common;

/** The program's exit codes. Documented in {@code docs/exit-codes.md}. */
public enum ExitCode {
  /** Success; with a script: every step was done. */
  OK(0),
  /** An internal error. */
  BUG(1),
  /** The command line, a file or a name was wrong. */
  USAGE(2),
  /** A lesson wasn't finished: checks failed, or steps were skipped. */
  CHECKS_FAILED(3),
  /** No lab could be started: no engine, or no image. */
  NO_LAB(4),
  /** The lab was lost while it was in use. */
  LAB_LOST(5),
  /** Interrupted by Ctrl-C, as shells report it. */
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** Returns the process exit code. */
  public int code() {
    return code;
  }
}
