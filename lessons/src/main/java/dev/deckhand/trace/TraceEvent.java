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
public record TraceEvent(
    String id,
    int number,
    Actor actor,
    TraceAction action,
    ActionOutcome outcome,
    Instant at,
    int cause,
    int times) {

  public boolean isRefused() {
    return outcome instanceof ActionOutcome.Refused;
  }

  public ObjectReference object() {
    return action.object();
  }

  TraceEvent repeated() {
    return new TraceEvent(id, number, actor, action, outcome, at, cause, times + 1);
  }

  TraceEvent withNumber(int next, int because) {
    return new TraceEvent(id, next, actor, action, outcome, at, because, times);
  }
}
