package dev.deckhand.lab.start;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.LeftoverResources;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.docker.ContainerRemoval;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.engine.PreparedImages;
import dev.deckhand.lab.preflight.PrivilegedContainerProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what labs and probes created on an engine by its label, and our own images by name. */
public final class EngineLeftoverResources implements LeftoverResources {

  /** The prefix of our own images. No registry has an owner of this name. */
  private static final String OWN_IMAGES = "deckhand/";

  private final EngineApi api;

  public EngineLeftoverResources(HostEngine host) {
    this.api = host.api();
  }

  @Override
  public List<Resource> list(boolean images) {
    var all = new ArrayList<Resource>();
    for (String label : List.of(SessionFolder.LABEL, PrivilegedContainerProbe.LABEL)) {
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
      String prepared = EngineApi.filters("label", List.of(PreparedImages.label()));
      api.get("/volumes?filters=" + prepared)
          .path("Volumes")
          .forEach(one -> all.add(thing(Kind.VOLUME, one, "Name", one.path("Name").asText())));
      for (JsonNode image : api.get("/images/json")) {
        image.path("RepoTags").forEach(tag -> addImage(all, tag.asText()));
      }
    }
    return all;
  }

  private static void addImage(List<Resource> all, String tag) {
    if (tag.startsWith(OWN_IMAGES)) {
      all.add(new Resource(Kind.IMAGE, tag, tag, "", ""));
    }
  }

  private static Resource thing(Kind kind, JsonNode one, String id, String name) {
    JsonNode labels = one.path("Labels");
    return new Resource(
        kind,
        one.path(id).asText(),
        name.startsWith("/") ? name.substring(1) : name,
        labels.path(SessionFolder.LABEL).asText(),
        labels.path(SessionFolder.OWNER_LABEL).asText());
  }

  @Override
  public Optional<String> remove(Resource resource) {
    try {
      switch (resource.kind()) {
        case CONTAINER -> ContainerRemoval.remove(api, resource.id());
        case NETWORK -> api.delete("/networks/" + resource.id());
        case VOLUME -> api.delete("/volumes/" + EngineApi.urlEncode(resource.id()) + "?force=1");
        case IMAGE -> api.delete("/images/" + resource.id());
      }
      return Optional.empty();
    } catch (ApiException stays) {
      return Optional.of(String.valueOf(stays.getMessage()));
    }
  }

  @Override
  public void close() {
    api.close();
  }
}
