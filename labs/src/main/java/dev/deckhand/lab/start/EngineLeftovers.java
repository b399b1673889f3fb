package dev.deckhand.lab.start;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.Leftovers;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.docker.EngineRefusal;
import dev.deckhand.lab.docker.Removal;
import dev.deckhand.lab.preflight.PrivilegedTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds by label what labs and trials made on an engine; its own images by their name. */
public final class EngineLeftovers implements Leftovers {

  /** Nobody else gives images this name: there is no such registry, and no such person on one. */
  private static final String OWN_IMAGES = "deckhand/";

  private final EngineApi api;

  public EngineLeftovers(HostEngine host) {
    this.api = host.api();
  }

  @Override
  public List<Thing> all(boolean images) {
    var all = new ArrayList<Thing>();
    for (String label : List.of(SessionRoom.LABEL, PrivilegedTrial.LABEL)) {
      String filters = EngineApi.filters("label", List.of(label));
      api.get("/containers/json?all=1&filters=" + filters)
          .forEach(
              one -> all.add(thing(Kind.CONTAINER, one, "Id", one.path("Names").path(0).asText())));
      api.get("/networks?filters=" + filters)
          .forEach(one -> all.add(thing(Kind.NETWORK, one, "Id", one.path("Name").asText())));
      api.get("/volumes?filters=" + filters)
          .path("Volumes")
          .forEach(one -> all.add(thing(Kind.VOLUME, one, "Name", one.path("Name").asText())));
    }
    if (images) {
      for (JsonNode image : api.get("/images/json")) {
        image.path("RepoTags").forEach(tag -> addImage(all, tag.asText()));
      }
    }
    return all;
  }

  private static void addImage(List<Thing> all, String tag) {
    if (tag.startsWith(OWN_IMAGES)) {
      all.add(new Thing(Kind.IMAGE, tag, tag, "", ""));
    }
  }

  private static Thing thing(Kind kind, JsonNode one, String id, String name) {
    JsonNode labels = one.path("Labels");
    return new Thing(
        kind,
        one.path(id).asText(),
        name.startsWith("/") ? name.substring(1) : name,
        labels.path(SessionRoom.LABEL).asText(),
        labels.path(SessionRoom.OWNER_LABEL).asText());
  }

  @Override
  public Optional<String> remove(Thing thing) {
    try {
      switch (thing.kind()) {
        case CONTAINER -> Removal.ofContainer(api, thing.id());
        case NETWORK -> api.delete("/networks/" + thing.id());
        case VOLUME -> api.delete("/volumes/" + EngineApi.quoted(thing.id()) + "?force=1");
        case IMAGE -> api.delete("/images/" + thing.id());
      }
      return Optional.empty();
    } catch (EngineRefusal | EngineGone stays) {
      return Optional.of(String.valueOf(stays.getMessage()));
    }
  }

  @Override
  public void close() {
    api.close();
  }
}
