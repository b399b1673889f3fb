package dev.deckhand.lab.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.docker.EngineApi;

/** Resolves the names of containers; {@code localhost} has the published ports. */
public record EngineHostResolver(EngineApi api) implements HostResolver {

  @Override
  public Resolution resolve(String host, int port) {
    if (HostResolver.isLoopback(host)) {
      return new Resolution.Resolved("127.0.0.1", port);
    }
    if (HostResolver.isAddress(host)) {
      return new Resolution.Resolved(host, port);
    }
    return api.find("/containers/" + EngineApi.urlEncode(host) + "/json")
        .map(container -> resolve(host, container, port))
        .orElseGet(() -> new Resolution.Unresolved("there is no container " + host));
  }

  private static Resolution resolve(String host, JsonNode container, int port) {
    if (!container.path("State").path("Running").asBoolean()) {
      return new Resolution.Unresolved("the container " + host + " does not run");
    }
    for (JsonNode network : container.path("NetworkSettings").path("Networks")) {
      String address = network.path("IPAddress").asText();
      if (!address.isEmpty()) {
        return new Resolution.Resolved(address, port);
      }
    }
    return new Resolution.Unresolved("the container " + host + " is in no network");
  }
}
