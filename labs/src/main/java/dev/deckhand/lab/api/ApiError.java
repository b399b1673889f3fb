package dev.deckhand.lab.api;

/** A server that answered with an error. */
public final class ApiError extends ApiException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status the HTTP status: 404, 409 and the like
   * @param message as the server words it
   */
  public ApiError(ApiServer server, int status, String message) {
    super(server, message, null);
    this.status = status;
  }

  /** Makes a call, and ignores a refusal, so that the caller can go on with the next call. */
  public static void ignoring(Runnable call) {
    try {
      call.run();
    } catch (ApiError refused) {
      // as announced
    }
  }

  public int status() {
    return status;
  }
}
