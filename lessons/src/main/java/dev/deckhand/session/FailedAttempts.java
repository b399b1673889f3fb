package dev.deckhand.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How often the learner tried and missed, for each check, question and quiz of a step. Looking
 * twice at the same failure counts once.
 *
 * @param attempts how many commands were run in the step
 * @param counts by the id of what was missed
 */
public record FailedAttempts(int attempts, Map<String, Count> counts) {

  /** The hint is offered at every third miss. */
  static final int HINT_THRESHOLD = 3;

  static final FailedAttempts NONE = new FailedAttempts(0, Map.of());

  public FailedAttempts {
    counts = Map.copyOf(counts);
  }

  /**
   * How often one was missed.
   *
   * @param failures since the last offer
   * @param lastAttempt which try was the last to miss it
   */
  public record Count(int failures, int lastAttempt) {}

  /** Another command was run. */
  FailedAttempts withAttempt() {
    return new FailedAttempts(attempts + 1, counts);
  }

  /** These were missed by the last try. */
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

  /** Whether one of them was missed so often that help is due. */
  boolean isHintDue() {
    return counts.values().stream().anyMatch(count -> count.failures() >= HINT_THRESHOLD);
  }

  /** Counts anew: help was offered. */
  FailedAttempts withCountsReset() {
    var next = new HashMap<String, Count>();
    counts.forEach((id, count) -> next.put(id, new Count(0, count.lastAttempt())));
    return new FailedAttempts(attempts, next);
  }
}
