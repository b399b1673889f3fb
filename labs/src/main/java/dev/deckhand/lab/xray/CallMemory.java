package dev.deckhand.lab.xray;

import dev.deckhand.lab.Watch;
import dev.deckhand.trace.Clue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The last calls, for whoever asks later. Safe for use by several threads. */
final class CallMemory {

  private static final int MOST = 1000;

  private final Map<String, Clue.Call> calls = new LinkedHashMap<>();
  private final List<Consumer<Clue>> listeners = new ArrayList<>();

  synchronized void remember(Clue.Call call) {
    calls.put(call.id(), call);
    if (calls.size() > MOST) {
      calls.remove(calls.keySet().iterator().next());
    }
    listeners.forEach(listener -> listener.accept(call));
  }

  synchronized Watch follow(Consumer<Clue> clues) {
    calls.values().forEach(clues);
    listeners.add(clues);
    return () -> {
      synchronized (this) {
        listeners.remove(clues);
      }
    };
  }
}
