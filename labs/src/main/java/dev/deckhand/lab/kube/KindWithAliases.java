package dev.deckhand.lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.api.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A kind with all the names that people call it by.
 *
 * @param names the kind, its plural, its singular and its short names
 */
record KindWithAliases(String apiVersion, String kind, List<String> names) {

  /** An API group that only repeats kinds which live elsewhere now. */
  private static final String LEGACY_GROUP = "extensions";

  KindWithAliases {
    names = List.copyOf(names);
  }

  boolean hasName(String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** All kinds of a server, the core ones first, each group in the version that it prefers. */
  static List<KindWithAliases> all(KubeApi api) {
    var answers = new ArrayList<Map.Entry<String, CompletableFuture<JsonNode>>>();
    answers.add(Map.entry("v1", api.send("GET", "/api/v1", null)));
    var late = new ArrayList<Map.Entry<String, CompletableFuture<JsonNode>>>();
    for (JsonNode group : api.get("/apis").path("groups")) {
      String version = group.path("preferredVersion").path("groupVersion").asText();
      var answer = Map.entry(version, api.send("GET", "/apis/" + version, null));
      (group.path("name").asText().equals(LEGACY_GROUP) ? late : answers).add(answer);
    }
    answers.addAll(late);
    var kinds = new ArrayList<KindWithAliases>();
    for (var answer : answers) {
      try {
        of(answer.getKey(), KubeApi.await(answer.getValue()), kinds);
      } catch (ApiError notServed) {
        // an aggregated API whose server is not there has nothing to tell
      }
    }
    return kinds;
  }

  private static void of(String apiVersion, JsonNode list, List<KindWithAliases> kinds) {
    for (JsonNode resource : list.path("resources")) {
      if (resource.path("name").asText().indexOf('/') < 0) {
        var names = new ArrayList<String>();
        names.add(resource.path("kind").asText());
        names.add(resource.path("name").asText());
        if (!resource.path("singularName").asText().isEmpty()) {
          names.add(resource.path("singularName").asText());
        }
        resource.path("shortNames").forEach(name -> names.add(name.asText()));
        kinds.add(new KindWithAliases(apiVersion, resource.path("kind").asText(), names));
      }
    }
  }
}
