package dev.deckhand.lab.docker;

import org.jspecify.annotations.Nullable;

/** An engine that does not answer: not there, not allowed, or too slow. */
public final class EngineUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param why in a few words, without a full stop: {@code permission denied}
   */
  public EngineUnavailable(String why, @Nullable Throwable cause) {
    super(why, cause);
  }

  /** Why, in a few words. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** Says in a few words what an IO failure means. */
  static String summarize(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      root = cause;
    }
    String message = String.valueOf(root.getMessage()).strip();
    return message.isEmpty() || message.equals("null")
        ? root.getClass().getSimpleName()
        : message.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + message.substring(1);
  }
}
