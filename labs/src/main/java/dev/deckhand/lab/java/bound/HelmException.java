package dev.deckhand.lab.java.bound;

/** A helm command that failed. */
public final class HelmException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int exitCode;

  HelmException(String command, int exitCode, String message) {
    super(message + " (" + command + ")");
    this.exitCode = exitCode;
  }

  /** The command's exit code; 127 if helm isn't installed. */
  public int exitCode() {
    return exitCode;
  }
}
