package dev.deckhand.lab.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.docker.EngineApi;

/** Finds containers by their names; published ports are those of {@code localhost}. */
public record EngineRoute(EngineApi api) implements Route {

  @Override
  public Way to(String host, int port) {
    if (Route.isHere(host)) {
      return new Way.Open("127.0.0.1", port);
    }
    if (Route.isAddress(host)) {
      return new Way.Open(host, port);
    }
    return api.find("/containers/" + EngineApi.quoted(host) + "/json")
        .map(container -> to(host, container, port))
        .orElseGet(() -> new Way.Closed("there is no container " + host));
  }

  private static Way to(String host, JsonNode container, int port) {
    if (!container.path("State").path("Running").asBoolean()) {
      return new Way.Closed("the container " + host + " does not run");
    }
    for (JsonNode network : container.path("NetworkSettings").path("Networks")) {
      String address = network.path("IPAddress").asText();
      if (!address.isEmpty()) {
        return new Way.Open(address, port);
      }
    }
    return new Way.Closed("the container " + host + " is in no network");
  }
}
