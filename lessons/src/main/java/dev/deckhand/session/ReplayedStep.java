package dev.deckhand.session;

import java.util.List;

/**
 * An earlier step that was done again to prepare a later one.
 *
 * @param step counted from 1
 * @param failedChecks titles of its checks that failed afterwards
 */
public record ReplayedStep(int step, List<String> failedChecks) {

  public ReplayedStep {
    failedChecks = List.copyOf(failedChecks);
  }

  /** Whether all its checks passed. */
  public boolean allPassed() {
    return failedChecks.isEmpty();
  }
}
