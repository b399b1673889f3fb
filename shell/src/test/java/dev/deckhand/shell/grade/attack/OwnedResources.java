package dev.deckhand.shell.grade.attack;

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

/** What an owner has on the machine's engine. */
final class OwnedResources implements AutoCloseable {

  private final EngineApi api;
  private final String owner;

  private OwnedResources(EngineApi api, String owner) {
    this.api = api;
    this.owner = owner;
  }

  /** Finds the engine; where none answers, the test is skipped. */
  static OwnedResources orSkip(String owner) {
    EngineAddress address = engine();
    EngineApi api = EngineApi.at(address);
    try {
      api.ping(Duration.ofSeconds(5));
    } catch (ApiUnavailable gone) {
      Assumptions.abort("no engine answers at " + address + " (" + gone.message() + ")");
    }
    return new OwnedResources(api, owner);
  }

  /** The machine's engine. */
  static EngineAddress engine() {
    return EngineSearch.run(
            HostMachine.current(
                System.getenv(),
                Path.of(System.getProperty("user.home", "/")),
                Path.of("..").toAbsolutePath().normalize()))
        .address();
  }

  /** Its containers, running or not. */
  Set<String> containers() {
    var found = new TreeSet<String>();
    api.get("/containers/json?all=1&filters=" + owned())
        .forEach(one -> found.add(one.path("Names").path(0).asText()));
    return found;
  }

  /** Its networks and volumes. */
  Set<String> networksAndVolumes() {
    var found = new TreeSet<String>();
    api.get("/networks?filters=" + owned()).forEach(one -> found.add(name(one)));
    api.get("/volumes?filters=" + owned()).path("Volumes").forEach(one -> found.add(name(one)));
    return found;
  }

  private static String name(JsonNode one) {
    return one.path("Name").asText();
  }

  private String owned() {
    return EngineApi.filters("label", List.of(SessionFolder.OWNER_LABEL + "=" + owner));
  }

  /** Removes what a test that failed left behind. */
  @Override
  public void close() {
    var _ = new SessionSweeper(HostEngine.connect(api.address()), owner).sweep(_ -> false);
    api.close();
  }
}
