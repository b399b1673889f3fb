package dev.deckhand.lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.api.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The kinds of a server: what is there is remembered, what is missing is asked for again. */
public final class ResourceKinds {

  private final KubeApi api;
  private final Map<String, ResourceKind> known = new ConcurrentHashMap<>();

  public ResourceKinds(KubeApi api) {
    this.api = api;
  }

  /** Finds a kind, or empty where the server has none of that name in that version. */
  public Optional<ResourceKind> find(String apiVersion, String kind) {
    String key = apiVersion + " " + kind;
    ResourceKind remembered = known.get(key);
    if (remembered != null) {
      return Optional.of(remembered);
    }
    Optional<ResourceKind> found =
        api.find(root(apiVersion)).stream()
            .flatMap(list -> kinds(apiVersion, list).stream())
            .filter(candidate -> candidate.kind().equals(kind))
            .findFirst();
    found.ifPresent(kindFound -> known.put(key, kindFound));
    return found;
  }

  /** Forgets a kind that turned out to be gone. */
  public void forget(ResourceKind resourceKind) {
    known.remove(resourceKind.apiVersion() + " " + resourceKind.kind());
  }

  /**
   * Lists every kind that can be listed and deleted, each in the version that the server prefers.
   */
  public List<ResourceKind> deletable() {
    var answers = new ArrayList<Map.Entry<String, CompletableFuture<JsonNode>>>();
    answers.add(Map.entry("v1", api.send("GET", root("v1"), null)));
    for (JsonNode group : api.get("/apis").path("groups")) {
      String version = group.path("preferredVersion").path("groupVersion").asText();
      answers.add(Map.entry(version, api.send("GET", root(version), null)));
    }
    var resourceKinds = new ArrayList<ResourceKind>();
    for (var answer : answers) {
      try {
        resourceKinds.addAll(deletable(answer.getKey(), KubeApi.await(answer.getValue())));
      } catch (ApiError notServed) {
        // an aggregated API whose server is not there has nothing to remove
      }
    }
    return resourceKinds;
  }

  private static List<ResourceKind> deletable(String apiVersion, JsonNode list) {
    var resourceKinds = new ArrayList<ResourceKind>();
    for (JsonNode resource : list.path("resources")) {
      String verbs = resource.path("verbs").toString();
      if (verbs.contains("\"list\"") && verbs.contains("\"delete\"")) {
        resourceKinds.add(kind(apiVersion, resource));
      }
    }
    return resourceKinds;
  }

  private static List<ResourceKind> kinds(String apiVersion, JsonNode list) {
    var resourceKinds = new ArrayList<ResourceKind>();
    for (JsonNode resource : list.path("resources")) {
      if (resource.path("name").asText().indexOf('/') < 0) {
        resourceKinds.add(kind(apiVersion, resource));
      }
    }
    return resourceKinds;
  }

  private static ResourceKind kind(String apiVersion, JsonNode resource) {
    return new ResourceKind(
        apiVersion,
        resource.path("kind").asText(),
        resource.path("name").asText(),
        resource.path("namespaced").asBoolean());
  }

  private static String root(String apiVersion) {
    return (apiVersion.indexOf('/') < 0 ? "/api/" : "/apis/") + apiVersion;
  }
}
