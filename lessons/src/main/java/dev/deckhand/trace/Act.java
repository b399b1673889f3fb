package dev.deckhand.trace;

import java.time.Instant;

/**
 * Somebody did something, because of something.
 *
 * @param id the same for the same act in every trace that is made of the same evidence
 * @param number counted from 1, in the order of the trace
 * @param at when the server heard of it
 * @param cause the number of the act that led to it, always a smaller one; 0 for none
 * @param times how often, where the same was done again with nothing new
 */
public record Act(
    String id, int number, Actor by, Deed deed, Outcome outcome, Instant at, int cause, int times) {

  public boolean refused() {
    return outcome instanceof Outcome.Refused;
  }

  public Thing thing() {
    return deed.thing();
  }

  Act again() {
    return new Act(id, number, by, deed, outcome, at, cause, times + 1);
  }

  Act numbered(int next, int because) {
    return new Act(id, next, by, deed, outcome, at, because, times);
  }
}
