package dev.deckhand.lab.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.docker.ContainerRemoval;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.ParallelCalls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an engine contained when it became ready. Everything else was created later.
 *
 * @param images ids by tag
 */
record EngineBaseline(Map<String, String> images, Set<String> networks, Set<String> volumes) {

  EngineBaseline {
    images = Map.copyOf(images);
    networks = Set.copyOf(networks);
    volumes = Set.copyOf(volumes);
  }

  static EngineBaseline of(EngineApi api) {
    var images = new HashMap<String, String>();
    for (JsonNode image : api.get("/images/json")) {
      for (JsonNode tag : image.path("RepoTags")) {
        images.put(tag.asText(), image.path("Id").asText());
      }
    }
    return new EngineBaseline(
        images, ids(api.get("/networks"), "Id"), ids(api.get("/volumes").path("Volumes"), "Name"));
  }

  /**
   * Removes what was created since.
   *
   * @return the preloaded images' tags that are gone and must be loaded again
   */
  List<String> restore(EngineApi api) {
    leaveSwarm(api);
    removeContainers(api);
    for (String network : createdSince(ids(api.get("/networks"), "Id"), networks)) {
      ApiError.ignoring(() -> api.delete("/networks/" + network));
    }
    for (String volume : createdSince(ids(api.get("/volumes").path("Volumes"), "Name"), volumes)) {
      ApiError.ignoring(() -> api.delete("/volumes/" + EngineApi.urlEncode(volume) + "?force=1"));
    }
    ApiError.ignoring(() -> api.post("/build/prune?all=1", null));
    return restoreImages(api);
  }

  /** Names what was made since, and the images that are missing. */
  List<String> changes(EngineApi api) {
    var changes = new ArrayList<String>();
    for (JsonNode container : api.get("/containers/json?all=1")) {
      changes.add("container " + container.path("Names").path(0).asText() + " was made");
    }
    createdSince(ids(api.get("/networks"), "Id"), networks)
        .forEach(network -> changes.add("network " + network + " was made"));
    createdSince(ids(api.get("/volumes").path("Volumes"), "Name"), volumes)
        .forEach(volume -> changes.add("volume " + volume + " was made"));
    Map<String, String> now = of(api).images();
    createdSince(now.keySet(), images.keySet())
        .forEach(tag -> changes.add("image " + tag + " was made"));
    images.forEach((tag, id) -> {
      if (!id.equals(now.get(tag))) {
        changes.add("image " + tag + " is missing or another one");
      }
    });
    return changes.stream().sorted().toList();
  }

  private static void removeContainers(EngineApi api) {
    var removals = new ArrayList<Runnable>();
    for (JsonNode container : api.get("/containers/json?all=1")) {
      String id = container.path("Id").asText();
      removals.add(() -> ApiError.ignoring(() -> ContainerRemoval.remove(api, id)));
    }
    ParallelCalls.run(removals);
  }

  private static void leaveSwarm(EngineApi api) {
    String state = api.get("/info").path("Swarm").path("LocalNodeState").asText("inactive");
    if (!state.equals("inactive") && !state.isEmpty()) {
      api.post("/swarm/leave?force=1", null);
    }
  }

  private List<String> restoreImages(EngineApi api) {
    var now = new HashMap<String, String>();
    for (JsonNode image : api.get("/images/json")) {
      String id = image.path("Id").asText();
      for (JsonNode tag : image.path("RepoTags")) {
        now.put(tag.asText(), id);
      }
    }
    now.keySet().stream()
        .filter(tag -> !images.containsKey(tag) && !tag.equals("<none>:<none>"))
        .forEach(tag -> ApiError.ignoring(() -> api.delete("/images/" + tag + "?force=1")));
    var lost = new ArrayList<String>();
    images.forEach((tag, id) -> {
      if (!id.equals(now.get(tag)) && !retag(api, id, tag)) {
        lost.add(tag);
      }
    });
    api.post("/images/prune?filters=" + EngineApi.filters(Map.of("dangling", "true")), null);
    return lost;
  }

  private static boolean retag(EngineApi api, String id, String tag) {
    int colon = tag.lastIndexOf(':');
    try {
      api.post(
          "/images/"
              + id
              + "/tag?repo="
              + EngineApi.urlEncode(tag.substring(0, colon))
              + "&tag="
              + EngineApi.urlEncode(tag.substring(colon + 1)),
          null);
      return true;
    } catch (ApiError gone) {
      return false;
    }
  }

  private static Set<String> ids(JsonNode list, String field) {
    var ids = new HashSet<String>();
    list.forEach(item -> ids.add(item.path(field).asText()));
    return ids;
  }

  private static Set<String> createdSince(Set<String> now, Set<String> before) {
    var made = new HashSet<>(now);
    made.removeAll(before);
    return made;
  }
}
