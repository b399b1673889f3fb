package dev.deckhand.lab.completion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.NameQuery;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.docker.EngineApi;
import java.util.ArrayList;
import java.util.List;

/** The names of an engine's objects. */
public final class EngineObjectNames {

  private static final String NO_NAME = "<none>:<none>";

  private final EngineApi api;

  public EngineObjectNames(EngineApi api) {
    this.api = api;
  }

  /** Lists names; empty if the engine doesn't answer, or has no such objects. */
  public List<String> of(NameQuery nameQueries) {
    try {
      return switch (nameQueries) {
        case NameQuery.Containers(var running) -> containers(running);
        case NameQuery.Images() -> images();
        case NameQuery.Networks() -> namesOf(api.get("/networks"));
        case NameQuery.Volumes() -> namesOf(api.get("/volumes").path("Volumes"));
        case NameQuery.Kinds _,
            NameQuery.Objects _,
            NameQuery.PodContainers _,
            NameQuery.Releases _ ->
            List.of();
      };
    } catch (ApiException noAnswer) {
      return List.of();
    }
  }

  private List<String> containers(boolean running) {
    var names = new ArrayList<String>();
    for (JsonNode container : api.get("/containers/json?all=" + !running)) {
      // a container that others link to has further names, which contain a slash
      for (JsonNode name : container.path("Names")) {
        String plain = name.asText().replaceFirst("^/", "");
        if (plain.indexOf('/') < 0) {
          names.add(plain);
        }
      }
    }
    return names.stream().sorted().toList();
  }

  private List<String> images() {
    var names = new ArrayList<String>();
    for (JsonNode image : api.get("/images/json")) {
      for (JsonNode tag : image.path("RepoTags")) {
        names.add(tag.asText());
      }
    }
    return names.stream().filter(name -> !name.equals(NO_NAME)).sorted().toList();
  }

  private static List<String> namesOf(JsonNode list) {
    var names = new ArrayList<String>();
    list.forEach(one -> names.add(one.path("Name").asText()));
    return names.stream().filter(name -> !name.isEmpty()).sorted().toList();
  }
}
