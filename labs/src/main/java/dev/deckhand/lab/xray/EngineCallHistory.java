package dev.deckhand.lab.xray;

import dev.deckhand.lab.Watch;
import dev.deckhand.trace.ActivityRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The last calls. Safe for use by several threads. */
final class EngineCallHistory {

  private static final int MAX_CALLS = 1000;

  private final Map<String, ActivityRecord.EngineCall> engineCalls = new LinkedHashMap<>();
  private final List<Consumer<ActivityRecord>> listeners = new ArrayList<>();

  synchronized void add(ActivityRecord.EngineCall engineCall) {
    engineCalls.put(engineCall.id(), engineCall);
    if (engineCalls.size() > MAX_CALLS) {
      engineCalls.remove(engineCalls.keySet().iterator().next());
    }
    listeners.forEach(listener -> listener.accept(engineCall));
  }

  synchronized Watch follow(Consumer<ActivityRecord> activityRecords) {
    engineCalls.values().forEach(activityRecords);
    listeners.add(activityRecords);
    return () -> {
      synchronized (this) {
        listeners.remove(activityRecords);
      }
    };
  }
}
