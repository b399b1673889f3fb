package dev.deckhand.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects events with their causes; keeps those that the command caused. */
final class TraceBuilder {

  /** A limit, since finding causes takes quadratic time. */
  private static final int MAX_EVENTS = 2000;

  private final List<TraceEvent> events = new ArrayList<>();
  private final Set<Integer> causedByCommand = new HashSet<>();
  private int dropped;

  /** All events so far, kept or not; the number of an event is its place. */
  List<TraceEvent> events() {
    return events;
  }

  /**
   * Adds an event.
   *
   * @param cause the number of the cause, or 0
   * @param root whether the command did it directly
   * @return the number of the event; 0 if there are too many
   */
  int add(
      String id,
      Actor by,
      TraceAction action,
      ActionOutcome outcome,
      Instant at,
      int cause,
      boolean root) {
    if (events.size() >= MAX_EVENTS) {
      dropped++;
      return 0;
    }
    int number = events.size() + 1;
    events.add(new TraceEvent(id, number, by, action, outcome, at, cause, 1));
    if (root || causedByCommand.contains(cause)) {
      causedByCommand.add(number);
    }
    return number;
  }

  /** Counts a repetition of an event. */
  void countRepetition(int number) {
    events.set(number - 1, events.get(number - 1).repeated());
  }

  boolean isCausedByCommand(int number) {
    return causedByCommand.contains(number);
  }

  PartialTrace build() {
    var places = new HashMap<Integer, Integer>();
    var kept = new ArrayList<TraceEvent>();
    for (TraceEvent event : events) {
      if (causedByCommand.contains(event.number())) {
        places.put(event.number(), kept.size() + 1);
        kept.add(event.withNumber(kept.size() + 1, places.getOrDefault(event.cause(), 0)));
      }
    }
    return new PartialTrace(kept, events.size() - kept.size() + dropped);
  }

  /** The events of one source. */
  record PartialTrace(List<TraceEvent> events, int unrelatedCount) {}
}
