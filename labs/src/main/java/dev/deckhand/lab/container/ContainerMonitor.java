package dev.deckhand.lab.container;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineEventStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Notices at once when a container of a session dies, or the engine that it runs on does. */
public final class ContainerMonitor implements AutoCloseable {

  private static final Duration PING_TIMEOUT = Duration.ofSeconds(2);

  private final HostEngine host;
  private final DeathListeners listeners = new DeathListeners();
  private final EngineEventStream events;

  /** Starts to follow the events of a session's containers. */
  public static ContainerMonitor of(HostEngine host, SessionFolder sessionFolder) {
    var monitor = new ContainerMonitor(host, sessionFolder);
    monitor.events.start();
    return monitor;
  }

  private ContainerMonitor(HostEngine host, SessionFolder sessionFolder) {
    this.host = host;
    this.events =
        EngineEventStream.of(
            host.api(),
            EngineApi.filters(
                Map.of(
                    "type", "container",
                    "event", "die",
                    "label", SessionFolder.LABEL + "=" + sessionFolder.id())),
            new DieEventListener());
  }

  /** Calls back once if the container dies, or if it is dead already. */
  public void watch(String container, Consumer<LabFault> listener) {
    listeners.add(container, listener);
    // after that: whoever dies in between is either seen here or told by an event
    if (!isRunning(container)) {
      listeners.notifyAndRemove(container, lostFault("it is not running"));
    }
  }

  /** Stops watching: the container is expected to end. */
  public void unwatch(String container) {
    listeners.remove(container);
  }

  private boolean isRunning(String container) {
    try {
      JsonNode details = host.api().get("/containers/" + container + "/json");
      return details.path("State").path("Running").asBoolean();
    } catch (ApiError gone) {
      return false;
    } catch (ApiUnavailable unknown) {
      return true;
    }
  }

  private static LabFault lostFault(String how) {
    return new LabFault(
        LabFault.Kind.LOST,
        "The lab's container is gone: " + how + ".",
        "Your work is saved. Type \"reset\" to get a fresh lab at this step.");
  }

  private final class DieEventListener implements EngineEventStream.Listener {

    @Override
    public void connected() {
      for (String container : listeners.containers()) {
        if (!isRunning(container)) {
          listeners.notifyAndRemove(container, lostFault("it stopped while nobody looked"));
        }
      }
    }

    @Override
    public void event(JsonNode event) {
      JsonNode actor = event.path("Actor");
      String code = actor.path("Attributes").path("exitCode").asText("unknown");
      String how = code.equals("137") ? "it was killed" : "it ended with exit code " + code;
      listeners.notifyAndRemove(actor.path("ID").asText(), lostFault(how));
    }

    @Override
    public void disconnected(String why) {
      try {
        host.api().ping(PING_TIMEOUT);
      } catch (ApiUnavailable gone) {
        LabFault fault = HostEngine.unreachableFault(host.api().address(), gone);
        listeners.containers().forEach(container -> listeners.notifyAndRemove(container, fault));
      }
    }
  }

  @Override
  public void close() {
    listeners.containers().forEach(listeners::remove);
    events.close();
  }

  /** Who wants to be told of a container's death. Each listener is called at most once. */
  static final class DeathListeners {

    private final Map<String, List<Consumer<LabFault>>> byContainer = new HashMap<>();

    synchronized void add(String container, Consumer<LabFault> listener) {
      byContainer.computeIfAbsent(container, _ -> new ArrayList<>()).add(listener);
    }

    synchronized List<Consumer<LabFault>> remove(String container) {
      List<Consumer<LabFault>> removed = byContainer.remove(container);
      return removed == null ? List.of() : removed;
    }

    synchronized Set<String> containers() {
      return Set.copyOf(byContainer.keySet());
    }

    void notifyAndRemove(String container, LabFault fault) {
      remove(container).forEach(listener -> listener.accept(fault));
    }
  }
}
