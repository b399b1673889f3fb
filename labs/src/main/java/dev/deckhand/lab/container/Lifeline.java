package dev.deckhand.lab.container;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineEvents;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.docker.EngineRefusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Notices at once when a container of a session dies, or the engine below it does. */
public final class Lifeline implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HostEngine host;
  private final Map<String, List<Consumer<LabFault>>> watched = new ConcurrentHashMap<>();
  private final EngineEvents events;

  /** Opens a line to what the engine says about a session's containers. */
  public static Lifeline of(HostEngine host, SessionRoom room) {
    var line = new Lifeline(host, room);
    line.events.start();
    return line;
  }

  private Lifeline(HostEngine host, SessionRoom room) {
    this.host = host;
    this.events =
        EngineEvents.of(
            host.api(),
            EngineApi.filters(
                Map.of(
                    "type", "container",
                    "event", "die",
                    "label", SessionRoom.LABEL + "=" + room.id())),
            new Deaths());
  }

  /** Calls back once if the container dies. */
  public void watch(String container, Consumer<LabFault> listener) {
    watched.computeIfAbsent(container, _ -> new CopyOnWriteArrayList<>()).add(listener);
    if (!runs(container)) {
      tell(container, died("it is not running"));
    }
  }

  /** Expects the container to end: nobody is told. */
  public void release(String container) {
    watched.remove(container);
  }

  private void tell(String container, LabFault fault) {
    List<Consumer<LabFault>> listeners = watched.remove(container);
    if (listeners != null) {
      listeners.forEach(listener -> listener.accept(fault));
    }
  }

  private boolean runs(String container) {
    try {
      return host.api()
          .get("/containers/" + container + "/json")
          .path("State")
          .path("Running")
          .asBoolean();
    } catch (EngineRefusal gone) {
      return false;
    } catch (EngineGone unknown) {
      return true;
    }
  }

  private static LabFault died(String how) {
    return new LabFault(
        LabFault.Kind.LOST,
        "The lab's container is gone: " + how + ".",
        "Your work is saved. Type \"reset\" to get a fresh lab at this step.");
  }

  private final class Deaths implements EngineEvents.Listener {

    @Override
    public void connected() {
      for (String container : watched.keySet()) {
        if (!runs(container)) {
          tell(container, died("it stopped while nobody looked"));
        }
      }
    }

    @Override
    public void event(JsonNode event) {
      JsonNode actor = event.path("Actor");
      String code = actor.path("Attributes").path("exitCode").asText("unknown");
      String how = code.equals("137") ? "it was killed" : "it ended with exit code " + code;
      tell(actor.path("ID").asText(), died(how));
    }

    @Override
    public void broken(String why) {
      try {
        host.api().ping(PATIENCE);
      } catch (EngineGone gone) {
        LabFault fault = HostEngine.noEngine(host.api().address(), gone);
        watched.keySet().forEach(container -> tell(container, fault));
      }
    }
  }

  @Override
  public void close() {
    watched.clear();
    events.close();
  }
}
