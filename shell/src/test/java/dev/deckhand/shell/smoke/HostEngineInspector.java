package dev.deckhand.shell.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.preflight.EngineSearch;
import dev.deckhand.lab.preflight.HostMachine;
import dev.deckhand.lab.start.SessionSweeper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;

/** The machine's engine, as somebody sees it who looks from outside. */
final class HostEngineInspector implements AutoCloseable {

  private static final List<String> IMAGES = List.of("deckhand/k3s:", "rancher/k3s:");

  private final EngineApi api;
  private final String owner;

  private HostEngineInspector(EngineApi api, String owner) {
    this.api = api;
    this.owner = owner;
  }

  /** Finds the engine; where it or the labs' images are missing, the test is skipped. */
  static HostEngineInspector orSkip(String owner) {
    var hostMachine =
        HostMachine.current(
            System.getenv(),
            Path.of(System.getProperty("user.home", "/")),
            PackagedProgram.product());
    EngineAddress address = EngineSearch.run(hostMachine).address();
    EngineApi api = EngineApi.at(address);
    try {
      api.ping(Duration.ofSeconds(5));
    } catch (ApiUnavailable gone) {
      Assumptions.abort("no engine answers at " + address + " (" + gone.message() + ")");
    }
    Assumptions.assumeTrue(
        hasImages(api), "the labs' images are not on this machine; \"deckhand setup\" gets them");
    return new HostEngineInspector(api, owner);
  }

  private static boolean hasImages(EngineApi api) {
    for (JsonNode image : api.get("/images/json")) {
      for (JsonNode tag : image.path("RepoTags")) {
        if (IMAGES.stream().anyMatch(tag.asText()::startsWith)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The sessions of the state folder that have containers here. */
  Set<String> sessions() {
    var sessions = new TreeSet<String>();
    for (JsonNode container : containers()) {
      sessions.add(container.path("Labels").path(SessionFolder.LABEL).asText());
    }
    return sessions;
  }

  /** Takes the labs' containers away, as somebody does who cleans up without looking. */
  void removeContainers() {
    for (JsonNode container : containers()) {
      api.delete("/containers/" + container.path("Id").asText() + "?force=1&v=1");
    }
  }

  /** Networks and volumes that carry the state folder's label. */
  Set<String> leftovers() {
    String filters = EngineApi.filters("label", List.of(SessionFolder.OWNER_LABEL + "=" + owner));
    var left = new TreeSet<String>();
    api.get("/networks?filters=" + filters).forEach(one -> left.add(one.path("Name").asText()));
    api.get("/volumes?filters=" + filters)
        .path("Volumes")
        .forEach(one -> left.add(one.path("Name").asText()));
    return left;
  }

  private JsonNode containers() {
    return api.get(
        "/containers/json?all=1&filters="
            + EngineApi.filters(
                "label", List.of(SessionFolder.LABEL, SessionFolder.OWNER_LABEL + "=" + owner)));
  }

  /** Removes what a test that failed left behind. */
  @Override
  public void close() {
    var _ = new SessionSweeper(HostEngine.connect(api.address()), owner).sweep(_ -> false);
    api.close();
  }
}
