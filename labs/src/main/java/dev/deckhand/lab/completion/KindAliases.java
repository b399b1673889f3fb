package dev.deckhand.lab.completion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** The kinds of a server by all the names that kubectl takes for them. */
final class KindAliases {

  private final KubeApi api;
  private volatile Map<String, ResourceKind> known = Map.of();

  KindAliases(KubeApi api) {
    this.api = api;
  }

  /** The names in the plural, each once. */
  List<String> names() {
    return all().values().stream().map(ResourceKind::plural).distinct().sorted().toList();
  }

  /** Finds a kind by its plural, its singular, a short name, or one of these with its group. */
  Optional<ResourceKind> find(String spoken) {
    String name = spoken.toLowerCase(Locale.ROOT);
    ResourceKind found = all().get(name);
    if (found == null && name.indexOf('.') > 0) {
      found = all().get(name.substring(0, name.indexOf('.')));
    }
    if (found == null) {
      // it may have been defined since
      known = Map.of();
      found = all().get(name);
    }
    return Optional.ofNullable(found);
  }

  private Map<String, ResourceKind> all() {
    Map<String, ResourceKind> now = known;
    if (now.isEmpty()) {
      now = read();
      known = now;
    }
    return now;
  }

  private Map<String, ResourceKind> read() {
    var answers = new ArrayList<Map.Entry<String, CompletableFuture<JsonNode>>>();
    answers.add(Map.entry("v1", api.send("GET", "/api/v1", null)));
    for (JsonNode group : api.get("/apis").path("groups")) {
      String version = group.path("preferredVersion").path("groupVersion").asText();
      answers.add(Map.entry(version, api.send("GET", "/apis/" + version, null)));
    }
    var resourceKinds = new TreeMap<String, ResourceKind>();
    for (var answer : answers) {
      try {
        KubeApi.await(answer.getValue())
            .path("resources")
            .forEach(resource -> put(resourceKinds, answer.getKey(), resource));
      } catch (ApiError notServed) {
        // an aggregated API whose server is not there has no kinds to name
      }
    }
    return resourceKinds;
  }

  /** The first group that has a name keeps it, as with kubectl: Pods are no metrics. */
  private static void put(
      Map<String, ResourceKind> resourceKinds, String apiVersion, JsonNode resource) {
    String plural = resource.path("name").asText();
    if (plural.indexOf('/') >= 0 || !resource.path("verbs").toString().contains("\"list\"")) {
      return;
    }
    String name = resource.path("kind").asText();
    var resourceKind =
        new ResourceKind(apiVersion, name, plural, resource.path("namespaced").asBoolean());
    resourceKinds.putIfAbsent(plural, resourceKind);
    resourceKinds.putIfAbsent(name.toLowerCase(Locale.ROOT), resourceKind);
    resource
        .path("shortNames")
        .forEach(one -> resourceKinds.putIfAbsent(one.asText(), resourceKind));
  }
}
