package dev.deckhand.lab.java.bound;

/** Helm said no. */
public final class HelmException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int exitCode;

  HelmException(String command, int exitCode, String said) {
    super(said + " (" + command + ")");
    this.exitCode = exitCode;
  }

  /** helm's own; 127 where there is no helm. */
  public int exitCode() {
    return exitCode;
  }
}
