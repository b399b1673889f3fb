package dev.deckhand.lab.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Subject.DockerKind;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.lab.docker.EngineEvents;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Watches an engine's objects by its events: looks again at what an event may have changed. */
public final class EngineWatch implements AutoCloseable {

  private final EngineSight sight;
  private final List<DockerObject> subjects;
  private final Sightings sightings;
  private final EngineEvents events;

  /** Reports each subject now, and again on each change, until it is closed. */
  public static EngineWatch of(
      EngineSight sight, List<DockerObject> subjects, Sightings sightings) {
    var watch = new EngineWatch(sight, subjects, sightings);
    watch.events.start();
    return watch;
  }

  private EngineWatch(EngineSight sight, List<DockerObject> subjects, Sightings sightings) {
    this.sight = sight;
    this.subjects = List.copyOf(subjects);
    this.sightings = sightings;
    this.events = EngineEvents.of(sight.api(), "", new Changes());
  }

  private void look(DockerObject subject) {
    sightings.saw(subject, sight.look(subject));
  }

  private final class Changes implements EngineEvents.Listener {

    @Override
    public void connected() {
      subjects.forEach(EngineWatch.this::look);
    }

    @Override
    public void event(JsonNode event) {
      String action = event.path("Action").asText();
      // a command run in a container, a terminal resized: nothing that inspect shows as state
      if (action.startsWith("exec_") || action.equals("resize") || action.equals("top")) {
        return;
      }
      Set<DockerKind> kinds = touched(event.path("Type").asText());
      subjects.stream()
          .filter(subject -> kinds.contains(subject.kind()))
          .forEach(EngineWatch.this::look);
    }

    @Override
    public void broken(String why) {
      subjects.forEach(subject -> sightings.saw(subject, EngineSight.unreachable(why)));
    }
  }

  /**
   * Which kinds an event of a type may have changed; a network knows its containers, and they it.
   */
  private static Set<DockerKind> touched(String type) {
    return switch (type) {
      case "container" -> EnumSet.of(DockerKind.CONTAINER);
      case "network" -> EnumSet.of(DockerKind.NETWORK, DockerKind.CONTAINER);
      case "image", "builder" -> EnumSet.of(DockerKind.IMAGE);
      case "volume" -> EnumSet.of(DockerKind.VOLUME);
      default -> EnumSet.noneOf(DockerKind.class);
    };
  }

  @Override
  public void close() {
    events.close();
  }
}
