package dev.deckhand.lab.kube;

import org.jspecify.annotations.Nullable;

/** An API server that does not answer. */
public final class KubeUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param why in a few words, without a full stop: {@code connection refused}
   */
  public KubeUnavailable(String why, @Nullable Throwable cause) {
    super(why, cause);
  }

  /** Why, in a few words. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
