package dev.deckhand.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Acts as they are found, each with what led to it; what the command did not lead to falls out. */
final class TraceBuilder {

  /** More than this nobody reads, and finding causes takes the square of it. */
  private static final int MAX_EVENTS = 2000;

  private final List<TraceEvent> events = new ArrayList<>();
  private final Set<Integer> causedByCommand = new HashSet<>();
  private int dropped;

  /** All acts so far, wanted or not; an act's number is its place. */
  List<TraceEvent> events() {
    return events;
  }

  /**
   * Adds an act.
   *
   * @param cause its number, or 0
   * @param root whether the command did it itself
   * @return its number; 0 where there were too many before it
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

  /** Notes that an act was done again, with nothing new. */
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

  /** What a trail came to. */
  record PartialTrace(List<TraceEvent> events, int unrelatedCount) {}
}
