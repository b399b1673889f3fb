package dev.deckhand.shell.grade.attack;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
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

  /** This machine's address for ordinary containers of its engine. */
  String gateway() {
    return api.get("/networks/bridge").path("IPAM").path("Config").path(0).path("Gateway").asText();
  }

  /** Asserts that an ordinary container reaches a port of this machine, which serves HTTP. */
  void assertReachable(int port) {
    String address = "http://" + gateway() + ":" + port + "/";
    Map<String, Object> wanted =
        Map.of(
            "Image", busybox(),
            "Cmd", List.of("wget", "-T", "5", "-qO", "/dev/null", address),
            "Labels", Map.of(SessionFolder.OWNER_LABEL, owner));
    String id = api.post("/containers/create", wanted).path("Id").asText();
    try {
      api.post("/containers/" + id + "/start", null);
      assertThat(api.post("/containers/" + id + "/wait", null).path("StatusCode").asInt(-1))
          .as("an ordinary container reaches " + address)
          .isZero();
    } finally {
      api.delete("/containers/" + id + "?force=1");
    }
  }

  private String busybox() {
    for (JsonNode image : api.get("/images/json")) {
      for (JsonNode tag : image.path("RepoTags")) {
        if (tag.asText().matches("(deckhand/)?busybox:.*")) {
          return tag.asText();
        }
      }
    }
    return Assumptions.abort("the labs' images are not on this machine");
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
