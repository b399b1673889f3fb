package dev.deckhand.lab.api;

/** A server that answered with an error. */
public final class ApiError extends ApiException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status the HTTP status: 404, 409 and the like
   * @param message the server's own words
   */
  public ApiError(ApiServer server, int status, String message) {
    super(server, message, null);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
