package dev.deckhand.session;

import java.util.List;

/**
 * An earlier step, done again on the way to a later one.
 *
 * @param step counted from 1
 * @param open titles of its checks that did not hold afterwards; empty if all did
 */
public record Replayed(int step, List<String> open) {

  public Replayed {
    open = List.copyOf(open);
  }

  /** Whether all its checks held. */
  public boolean held() {
    return open.isEmpty();
  }
}
