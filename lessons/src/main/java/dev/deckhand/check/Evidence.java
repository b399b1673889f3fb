package dev.deckhand.check;

import java.util.Map;

/**
 * All that a judgement rests on.
 *
 * @param now what was last seen of each subject; a subject that is not in it has not been seen yet
 * @param before what was seen of each when the step began
 */
public record Evidence(Map<Subject, Observation> now, Map<Subject, Observation> before) {
  public Evidence {
    now = Map.copyOf(now);
    before = Map.copyOf(before);
  }
}
