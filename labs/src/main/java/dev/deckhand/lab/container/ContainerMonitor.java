package dev.deckhand.lab.container;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineEventStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Notices at once when a container of a session dies, or the engine below it does. */
public final class ContainerMonitor implements AutoCloseable {

  private static final Duration PING_TIMEOUT = Duration.ofSeconds(2);

  private final HostEngine host;
  private final Map<String, List<Consumer<LabFault>>> listenersByContainer =
      new ConcurrentHashMap<>();
  private final EngineEventStream events;

  /** Opens a line to what the engine says about a session's containers. */
  public static ContainerMonitor of(HostEngine host, SessionFolder sessionFolder) {
    var line = new ContainerMonitor(host, sessionFolder);
    line.events.start();
    return line;
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

  /** Calls back once if the container dies. */
  public void watch(String container, Consumer<LabFault> listener) {
    listenersByContainer
        .computeIfAbsent(container, _ -> new CopyOnWriteArrayList<>())
        .add(listener);
    if (!isRunning(container)) {
      notifyListeners(container, lostFault("it is not running"));
    }
  }

  /** Expects the container to end: nobody is told. */
  public void unwatch(String container) {
    listenersByContainer.remove(container);
  }

  private void notifyListeners(String container, LabFault fault) {
    List<Consumer<LabFault>> listeners = listenersByContainer.remove(container);
    if (listeners != null) {
      listeners.forEach(listener -> listener.accept(fault));
    }
  }

  private boolean isRunning(String container) {
    try {
      return host.api()
          .get("/containers/" + container + "/json")
          .path("State")
          .path("Running")
          .asBoolean();
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
      for (String container : listenersByContainer.keySet()) {
        if (!isRunning(container)) {
          notifyListeners(container, lostFault("it stopped while nobody looked"));
        }
      }
    }

    @Override
    public void event(JsonNode event) {
      JsonNode actor = event.path("Actor");
      String code = actor.path("Attributes").path("exitCode").asText("unknown");
      String how = code.equals("137") ? "it was killed" : "it ended with exit code " + code;
      notifyListeners(actor.path("ID").asText(), lostFault(how));
    }

    @Override
    public void disconnected(String why) {
      try {
        host.api().ping(PING_TIMEOUT);
      } catch (ApiUnavailable gone) {
        LabFault fault = HostEngine.unreachableFault(host.api().address(), gone);
        listenersByContainer.keySet().forEach(container -> notifyListeners(container, fault));
      }
    }
  }

  @Override
  public void close() {
    listenersByContainer.clear();
    events.close();
  }
}
