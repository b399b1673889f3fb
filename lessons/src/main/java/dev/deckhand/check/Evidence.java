package dev.deckhand.check;

import java.util.Map;

/**
 * The observations that a verdict is based on.
 *
 * @param now the last observation of each subject; a subject without one hasn't been observed yet
 * @param before the observation of each subject when the step began
 */
public record Evidence(Map<Subject, Observation> now, Map<Subject, Observation> before) {
  public Evidence {
    now = Map.copyOf(now);
    before = Map.copyOf(before);
  }
}
