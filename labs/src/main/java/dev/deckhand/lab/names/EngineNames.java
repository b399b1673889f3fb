package dev.deckhand.lab.names;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.Things;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.docker.EngineRefusal;
import java.util.ArrayList;
import java.util.List;

/** Names of what an engine has. */
public final class EngineNames {

  private static final String NO_NAME = "<none>:<none>";

  private final EngineApi api;

  public EngineNames(EngineApi api) {
    this.api = api;
  }

  /** Names them; nothing where the engine does not answer, or has no such things. */
  public List<String> of(Things things) {
    try {
      return switch (things) {
        case Things.Containers(var running) -> containers(running);
        case Things.Images() -> images();
        case Things.Networks() -> named(api.get("/networks"));
        case Things.Volumes() -> named(api.get("/volumes").path("Volumes"));
        case Things.Kinds _, Things.Objects _, Things.PodContainers _, Things.Releases _ ->
            List.of();
      };
    } catch (EngineGone | EngineRefusal noAnswer) {
      return List.of();
    }
  }

  private List<String> containers(boolean running) {
    var names = new ArrayList<String>();
    for (JsonNode container : api.get("/containers/json?all=" + !running)) {
      // one that others link to has more names, with a slash in them
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

  private static List<String> named(JsonNode list) {
    var names = new ArrayList<String>();
    list.forEach(one -> names.add(one.path("Name").asText()));
    return names.stream().filter(name -> !name.isEmpty()).sorted().toList();
  }
}
