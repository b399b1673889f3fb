package dev.deckhand.lab.start;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.docker.ContainerRemoval;
import dev.deckhand.lab.docker.EngineApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Removes what killed sessions left on the machine's engine. */
public final class SessionSweeper {

  private final EngineApi api;
  private final String owner;

  /**
   * @param owner whose labs are removed; others are left alone
   */
  public SessionSweeper(HostEngine host, String owner) {
    this.api = host.api();
    this.owner = owner;
  }

  /**
   * Removes the owner's containers, networks and volumes whose session is not alive.
   *
   * @param alive whether the session with that id runs; called after the engine was listed, since a
   *     session starts before its first container
   * @return the ids of the sessions whose containers were removed
   */
  public Set<String> sweep(Predicate<String> alive) {
    String filters =
        EngineApi.filters(
            "label", List.of(SessionFolder.LABEL, SessionFolder.OWNER_LABEL + "=" + owner));
    return Set.copyOf(remove(api, filters, alive.negate()));
  }

  /** Removes all that one session started, whoever owns it; also for an interrupted caller. */
  static void removeSession(HostEngine host, String session) {
    boolean interrupted = Thread.interrupted();
    try {
      remove(
          host.api(),
          EngineApi.filters("label", List.of(SessionFolder.LABEL + "=" + session)),
          _ -> true);
    } catch (ApiException beyondReach) {
      // the sweep at the next start removes it
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static List<String> remove(EngineApi api, String filters, Predicate<String> doomed) {
    var swept = new ArrayList<String>();
    for (JsonNode container : api.get("/containers/json?all=1&filters=" + filters)) {
      if (doomed.test(session(container))) {
        swept.add(session(container));
        ApiError.ignoring(() -> ContainerRemoval.remove(api, container.path("Id").asText()));
      }
    }
    for (JsonNode network : api.get("/networks?filters=" + filters)) {
      if (doomed.test(session(network))) {
        ApiError.ignoring(() -> api.delete("/networks/" + network.path("Id").asText()));
      }
    }
    for (JsonNode volume : api.get("/volumes?filters=" + filters).path("Volumes")) {
      if (doomed.test(session(volume))) {
        ApiError.ignoring(
            () -> api.delete("/volumes/" + volume.path("Name").asText() + "?force=1"));
      }
    }
    return swept;
  }

  private static String session(JsonNode thing) {
    return thing.path("Labels").path(SessionFolder.LABEL).asText();
  }
}
