package dev.deckhand.lab.kube;

/** An API server that answered, and said no. */
public final class KubeApiError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status as in HTTP: 404, 409 and the like
   * @param message the server's own words
   */
  public KubeApiError(int status, String message) {
    super(message);
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** The server's own words. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
