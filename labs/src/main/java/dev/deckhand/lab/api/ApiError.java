package dev.deckhand.lab.api;

import java.util.Optional;
import java.util.function.Supplier;

/** A server that answered with an error. */
public final class ApiError extends ApiException {
  private static final long serialVersionUID = 1L;

  private static final int NOT_FOUND = 404;

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

  /** Makes a call for a resource; empty if the server doesn't have it. */
  public static <T> Optional<T> orEmpty(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (ApiError refusal) {
      if (refusal.status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  public int status() {
    return status;
  }
}
