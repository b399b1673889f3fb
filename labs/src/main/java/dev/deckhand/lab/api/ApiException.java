package dev.deckhand.lab.api;

import dev.deckhand.check.Observation;
import org.jspecify.annotations.Nullable;

/** A call to a server that did not succeed. */
public abstract sealed class ApiException extends RuntimeException
    permits ApiError, ApiUnavailable, VersionNotServed {
  private static final long serialVersionUID = 1L;

  private final ApiServer server;

  ApiException(ApiServer server, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.server = server;
  }

  public final ApiServer server() {
    return server;
  }

  /** Says in a few words, without a full stop, what went wrong. */
  public final String message() {
    return String.valueOf(getMessage());
  }

  /** Returns what a check that needed the call is told: that nobody could look. */
  public final Observation.Unreachable observation() {
    return switch (this) {
      case ApiError _ ->
          new Observation.Unreachable(
              server.displayName() + " could not say: " + message() + ".",
              "Type \"reset\" to begin this step again.");
      case ApiUnavailable _ ->
          new Observation.Unreachable(
              server.displayName() + " does not answer (" + message() + ").",
              "Your work is saved. Type \"reset\" to get a fresh lab.");
      case VersionNotServed _ ->
          new Observation.Unreachable(
              message() + ".", "Tell the lesson's author: the check wants one of these versions.");
    };
  }
}
