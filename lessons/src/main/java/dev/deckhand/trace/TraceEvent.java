package dev.deckhand.trace;

import java.time.Instant;

/**
 * An action of an actor, with its cause.
 *
 * @param id the same for one action in all traces of the same records
 * @param number counted from 1, in the order of the trace
 * @param at when it reached the server
 * @param cause the number of the event that caused it, always a smaller one; 0 for none
 * @param times how often the same was done
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
