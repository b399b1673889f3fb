package dev.deckhand.lab.observe.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.DockerKind;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.observe.JsonNodeConverter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an engine's objects, as the Engine API's inspect returns them. */
record EngineReader(EngineApi api) {

  /** Never throws. */
  Observation observe(DockerObject subject) {
    try {
      return new Observation.Snapshot(
          objects(subject).stream().map(JsonNodeConverter::toNode).toList());
    } catch (ApiException failure) {
      return failure.observation();
    }
  }

  List<JsonNode> objects(DockerObject subject) {
    String name = subject.name();
    if (name != null) {
      return inspect(subject.kind(), name).stream().toList();
    }
    var found = new ArrayList<JsonNode>();
    for (JsonNode listed : list(subject.kind(), subject.labels())) {
      // an object that was removed since it was listed counts as absent
      inspect(
              subject.kind(),
              listed.path(subject.kind() == DockerKind.VOLUME ? "Name" : "Id").asText())
          .ifPresent(found::add);
    }
    found.sort(
        Comparator.comparing((JsonNode object) -> createdAt(object))
            .thenComparing(object -> object.path("Id").asText() + object.path("Name").asText()));
    return found;
  }

  private static String createdAt(JsonNode object) {
    return object.path(object.has("CreatedAt") ? "CreatedAt" : "Created").asText();
  }

  private Optional<JsonNode> inspect(DockerKind kind, String name) {
    String quoted = EngineApi.urlEncode(name);
    return switch (kind) {
      case CONTAINER -> api.find("/containers/" + quoted + "/json");
      // slashes and colons are part of an image's path
      case IMAGE -> api.find("/images/" + quoted.replace("%2F", "/").replace("%3A", ":") + "/json");
      case NETWORK -> api.find("/networks/" + quoted);
      case VOLUME -> api.find("/volumes/" + quoted);
    };
  }

  private JsonNode list(DockerKind kind, Map<String, String> labels) {
    String filters = labels.isEmpty() ? "" : "filters=" + labelFilter(labels);
    return switch (kind) {
      case CONTAINER -> api.get("/containers/json?all=1&" + filters);
      case IMAGE -> api.get("/images/json?" + filters);
      case NETWORK -> api.get("/networks?" + filters);
      case VOLUME -> api.get("/volumes?" + filters).path("Volumes");
    };
  }

  private static String labelFilter(Map<String, String> labels) {
    return EngineApi.filters(
        "label",
        labels.entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .sorted()
            .toList());
  }
}
