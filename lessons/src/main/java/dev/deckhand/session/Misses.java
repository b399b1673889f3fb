package dev.deckhand.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How often the learner tried and missed, for each check, question and quiz of a step. Looking
 * twice at the same failure counts once.
 *
 * @param tries how many commands were run in the step
 * @param counts by the id of what was missed
 */
public record Misses(int tries, Map<String, Count> counts) {

  /** The hint is offered at every third miss. */
  static final int PATIENCE = 3;

  static final Misses NONE = new Misses(0, Map.of());

  public Misses {
    counts = Map.copyOf(counts);
  }

  /**
   * How often one was missed.
   *
   * @param times since the last offer
   * @param at which try was the last to miss it
   */
  public record Count(int times, int at) {}

  /** Another command was run. */
  Misses tried() {
    return new Misses(tries + 1, counts);
  }

  /** These were missed by the last try. */
  Misses missed(Set<String> ids) {
    var next = new HashMap<>(counts);
    for (String id : ids) {
      Count old = next.getOrDefault(id, new Count(0, -1));
      if (old.at() != tries) {
        next.put(id, new Count(old.times() + 1, tries));
      }
    }
    return new Misses(tries, next);
  }

  /** Whether one of them was missed so often that help is due. */
  boolean wearing() {
    return counts.values().stream().anyMatch(count -> count.times() >= PATIENCE);
  }

  /** Counts anew: help was offered. */
  Misses relieved() {
    var next = new HashMap<String, Count>();
    counts.forEach((id, count) -> next.put(id, new Count(0, count.at())));
    return new Misses(tries, next);
  }
}
