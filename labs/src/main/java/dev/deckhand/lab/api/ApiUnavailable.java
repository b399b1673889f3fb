package dev.deckhand.lab.api;

import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A server that does not answer: it isn't there, access is denied, or it is too slow. */
public final class ApiUnavailable extends ApiException {
  private static final long serialVersionUID = 1L;

  /** What operating systems and clients say, in lower case, and how it is told. */
  private static final List<Map.Entry<String, String>> REASONS =
      List.of(
          Map.entry("permission denied", "permission denied"),
          Map.entry("connection refused", "connection refused"),
          Map.entry("no such file", "no such file or directory"),
          Map.entry("no space left on device", "no space left on device"),
          Map.entry("timed out", "no answer in time"),
          Map.entry("timeout", "no answer in time"),
          Map.entry("unreachable", "no way to its address"),
          Map.entry("no route", "no way to its address"),
          Map.entry("closed", "the connection was closed"),
          Map.entry("reset", "the connection was closed"),
          Map.entry("broken pipe", "the connection was closed"),
          Map.entry("end of ", "the connection was closed"),
          Map.entry("certif", "its certificate is not accepted"),
          Map.entry("ssl", "no secure connection"));

  /**
   * @param reason in a few words, without a full stop: {@code permission denied}
   */
  public ApiUnavailable(ApiServer server, String reason, @Nullable Throwable cause) {
    super(server, reason, cause);
  }

  /** Says that no answer came in time. */
  public static ApiUnavailable timedOut(ApiServer server, Duration timeout, Throwable cause) {
    return new ApiUnavailable(server, "no answer within " + timeout.toSeconds() + " s", cause);
  }

  /** Whether no answer came in time: the server may be busy, and not gone. */
  public boolean isTimedOut() {
    for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
        return true;
      }
    }
    return false;
  }

  /** Says that the caller was interrupted, and marks its thread as interrupted. */
  public static ApiUnavailable interrupted(ApiServer server, InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return new ApiUnavailable(server, "interrupted", stopped);
  }

  /** Returns what a failed call means: an exception of this package as it is, others in words. */
  public static ApiException of(ApiServer server, @Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ApiException known) {
        return known;
      }
    }
    return new ApiUnavailable(server, reason(failure), failure);
  }

  /** Says in a few words why a call failed; never quotes an exception that isn't known. */
  public static String reason(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "there is no such host";
      }
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      for (Map.Entry<String, String> reason : REASONS) {
        if (message.contains(reason.getKey())) {
          return reason.getValue();
        }
      }
    }
    return "the connection failed";
  }
}
