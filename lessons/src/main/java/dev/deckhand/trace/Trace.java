package dev.deckhand.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened, in causal order: no action comes before its cause.
 *
 * @param unrelatedCount the number of actions in the same time that the command didn't cause
 */
public record Trace(TraceWindow window, List<TraceEvent> events, int unrelatedCount) {

  public Trace {
    events = List.copyOf(events);
  }

  /**
   * Finds what a command caused. Records may be in any order, occur more than once, and be from
   * before the command: these tell who owns which object.
   */
  public static Trace of(TraceWindow traceWindow, Collection<? extends ActivityRecord> clues) {
    var cluster = new ClusterTracer(traceWindow);
    var engine = new EngineTracer(traceWindow);
    var known = new HashMap<String, ActivityRecord>();
    for (ActivityRecord activityRecord : clues) {
      known.merge(activityRecord.id(), activityRecord, Trace::moreComplete);
    }
    known.values().stream()
        .sorted(ActivityOrder.BY_TIME_AND_CAUSE)
        .forEach(activityRecord -> {
          switch (activityRecord) {
            case ActivityRecord.ApiRequest request -> cluster.add(request);
            case ActivityRecord.EngineCall call -> engine.add(call);
            case ActivityRecord.EngineEvent event -> engine.add(event);
          }
        });
    return numbered(traceWindow, List.of(cluster.build(), engine.build()));
  }

  /** Returns the later of two records of one event, which has its result. */
  private static ActivityRecord moreComplete(ActivityRecord one, ActivityRecord other) {
    return switch (one) {
      case ActivityRecord.ApiRequest a when other instanceof ActivityRecord.ApiRequest b ->
          a.answeredAt().isBefore(b.answeredAt()) ? b : a;
      case ActivityRecord.EngineCall a when other instanceof ActivityRecord.EngineCall b ->
          a.status() == 0 ? b : a;
      case ActivityRecord.ApiRequest _, ActivityRecord.EngineCall _, ActivityRecord.EngineEvent _ ->
          one;
    };
  }

  private static Trace numbered(TraceWindow traceWindow, List<TraceBuilder.PartialTrace> trails) {
    var traceEvents = new ArrayList<TraceEvent>();
    trails.forEach(trail -> traceEvents.addAll(trail.events()));
    if (trails.stream().filter(trail -> !trail.events().isEmpty()).count() > 1) {
      traceEvents.sort(Comparator.comparing(TraceEvent::at));
    }
    return new Trace(
        traceWindow,
        renumbered(trails, traceEvents),
        trails.stream().mapToInt(TraceBuilder.PartialTrace::unrelatedCount).sum());
  }

  private static List<TraceEvent> renumbered(
      List<TraceBuilder.PartialTrace> trails, List<TraceEvent> inOrder) {
    var ids = new HashMap<String, String>();
    for (TraceBuilder.PartialTrace trail : trails) {
      trail.events().stream()
          .filter(traceEvent -> traceEvent.cause() > 0)
          .forEach(traceEvent ->
              ids.put(traceEvent.id(), trail.events().get(traceEvent.cause() - 1).id()));
    }
    return renumbered(ids, List.of(), inOrder);
  }

  private static List<TraceEvent> renumbered(
      Map<String, String> causes, List<TraceEvent> before, List<TraceEvent> inOrder) {
    var numbers = new HashMap<String, Integer>();
    var all = new ArrayList<>(before);
    before.forEach(traceEvent -> numbers.put(traceEvent.id(), traceEvent.number()));
    for (TraceEvent traceEvent : inOrder) {
      int number = all.size() + 1;
      numbers.put(traceEvent.id(), number);
      int cause = numbers.getOrDefault(causes.getOrDefault(traceEvent.id(), ""), 0);
      all.add(traceEvent.withNumber(number, cause));
    }
    return all;
  }

  /**
   * Returns this trace as a continuation of an earlier one of the same window: the events of that
   * keep their places and numbers, and new ones follow, even if they happened earlier.
   */
  public Trace continuing(Trace earlier) {
    var causes = new HashMap<String, String>();
    var told = new HashMap<String, TraceEvent>();
    earlier.events().forEach(traceEvent -> told.put(traceEvent.id(), traceEvent));
    events.stream()
        .filter(traceEvent -> traceEvent.cause() > 0)
        .forEach(
            traceEvent -> causes.put(traceEvent.id(), events.get(traceEvent.cause() - 1).id()));
    var fresh = events.stream().filter(traceEvent -> !told.containsKey(traceEvent.id())).toList();
    return new Trace(window, renumbered(causes, earlier.events(), fresh), unrelatedCount);
  }

  /** Returns the time of the last event; the start of the window if there is none. */
  public Instant lastTime() {
    return events.stream()
        .map(TraceEvent::at)
        .max(Comparator.naturalOrder())
        .orElse(window.start());
  }
}
