package dev.deckhand.lab.observe.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.HelmRelease;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.kube.ReleaseSecret;
import dev.deckhand.lab.observe.JsonNodeConverter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads Helm's releases from Secrets, one for each revision. */
final class HelmReleaseReader {

  private HelmReleaseReader() {}

  /** The Secrets of a release. */
  static KubernetesObject secretsOf(HelmRelease release) {
    var labels = new TreeMap<String, String>(Map.of("owner", "helm"));
    String name = release.name();
    if (name != null) {
      labels.put("name", name);
    }
    return new KubernetesObject("v1", "Secret", null, release.namespace(), labels);
  }

  /** Converts Secrets to releases, each in its newest revision. */
  static Observation releases(Observation secrets) {
    return switch (secrets) {
      case Observation.Unreachable unreachable -> unreachable;
      case Observation.Snapshot(var found) -> {
        var newest = new TreeMap<String, JsonNode>();
        for (DataNode secret : found) {
          for (JsonNode release : decode(secret)) {
            newest.merge(release.path("name").asText(), release, HelmReleaseReader::newer);
          }
        }
        yield new Observation.Snapshot(
            newest.values().stream().map(HelmReleaseReader::toNode).toList());
      }
    };
  }

  private static JsonNode newer(JsonNode one, JsonNode other) {
    return revision(one) >= revision(other) ? one : other;
  }

  private static int revision(JsonNode release) {
    return release.path("version").asInt();
  }

  /** A Secret with other contents isn't a release. */
  private static List<JsonNode> decode(DataNode secret) {
    try {
      return List.of(ReleaseSecret.decode(secret.at("data", "release").text()));
    } catch (IOException notOne) {
      return List.of();
    }
  }

  private static DataNode toNode(JsonNode release) {
    JsonNode chart = release.path("chart").path("metadata");
    JsonNode info = release.path("info");
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", release.path("name").asText());
    fields.put("namespace", release.path("namespace").asText());
    fields.put("revision", revision(release));
    fields.put("status", info.path("status").asText());
    fields.put("chart", chart.path("name").asText() + "-" + chart.path("version").asText());
    fields.put("appVersion", chart.path("appVersion").asText());
    fields.put("values", values(release));
    fields.put("manifest", release.path("manifest").asText());
    fields.put("description", info.path("description").asText());
    return DataNode.of(fields);
  }

  /** The values that were given in addition to the chart's own; an empty map if there are none. */
  private static DataNode values(JsonNode release) {
    JsonNode config = release.path("config");
    return config.isObject() ? JsonNodeConverter.toNode(config) : new DataNode.Fields(Map.of());
  }
}
