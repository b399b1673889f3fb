package dev.deckhand.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How often each check, question and quiz of a step has failed. Looking at the same failure twice
 * counts once.
 *
 * @param attempts how many commands were run in the step
 * @param counts by the id of the check, question or quiz
 */
public record FailedAttempts(int attempts, Map<String, Count> counts) {

  /** A hint is offered after every third failure. */
  static final int HINT_THRESHOLD = 3;

  static final FailedAttempts NONE = new FailedAttempts(0, Map.of());

  public FailedAttempts {
    counts = Map.copyOf(counts);
  }

  /**
   * How often one has failed.
   *
   * @param failures since the last offer
   * @param lastAttempt the attempt that failed last
   */
  public record Count(int failures, int lastAttempt) {}

  /** Another command was run. */
  FailedAttempts withAttempt() {
    return new FailedAttempts(attempts + 1, counts);
  }

  /** The last attempt failed these. */
  FailedAttempts withFailed(Set<String> ids) {
    var next = new HashMap<>(counts);
    for (String id : ids) {
      Count old = next.getOrDefault(id, new Count(0, -1));
      if (old.lastAttempt() != attempts) {
        next.put(id, new Count(old.failures() + 1, attempts));
      }
    }
    return new FailedAttempts(attempts, next);
  }

  /** Whether one has failed so often that a hint is due. */
  boolean isHintDue() {
    return counts.values().stream().anyMatch(count -> count.failures() >= HINT_THRESHOLD);
  }

  /** Counts from zero, after a hint was offered. */
  FailedAttempts withCountsReset() {
    var next = new HashMap<String, Count>();
    counts.forEach((id, count) -> next.put(id, new Count(0, count.lastAttempt())));
    return new FailedAttempts(attempts, next);
  }
}
