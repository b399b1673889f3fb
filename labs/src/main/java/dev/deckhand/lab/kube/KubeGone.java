package dev.deckhand.lab.kube;

import org.jspecify.annotations.Nullable;

/** An API server that does not answer. */
public final class KubeGone extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param why in a few words, without a full stop: {@code connection refused}
   */
  public KubeGone(String why, @Nullable Throwable cause) {
    super(why, cause);
  }

  /** Why, in a few words. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
