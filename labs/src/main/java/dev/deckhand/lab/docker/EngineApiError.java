package dev.deckhand.lab.docker;

/** An engine that answered, and said no. */
public final class EngineApiError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status as in HTTP: 404, 409 and the like
   * @param message the engine's own words
   */
  public EngineApiError(int status, String message) {
    super(message);
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** The engine's own words. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
