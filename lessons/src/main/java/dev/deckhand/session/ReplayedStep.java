package dev.deckhand.session;

import java.util.List;

/**
 * An earlier step, done again on the way to a later one.
 *
 * @param step counted from 1
 * @param failedChecks titles of its checks that did not hold afterwards; empty if all did
 */
public record ReplayedStep(int step, List<String> failedChecks) {

  public ReplayedStep {
    failedChecks = List.copyOf(failedChecks);
  }

  /** Whether all its checks held. */
  public boolean allPassed() {
    return failedChecks.isEmpty();
  }
}
