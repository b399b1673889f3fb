package dev.deckhand.lab.observe.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Subject.DockerKind;
import dev.deckhand.check.Subject.DockerObject;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out which subjects an engine's event may have changed; in case of doubt, it may have. */
final class EngineEventFilter {

  private EngineEventFilter() {}

  /** Whether an event may have changed a subject. */
  static boolean mayAffect(JsonNode event, DockerObject subject) {
    String action = event.path("Action").asText();
    // commands in a container and resized terminals don't change what inspect shows
    if (action.startsWith("exec_") || action.equals("resize") || action.equals("top")) {
      return false;
    }
    String type = event.path("Type").asText();
    return affectedKinds(type).contains(subject.kind())
        && (!type.equals("container") || mayName(event.path("Actor"), subject.name()));
  }

  /**
   * The kinds that an event of a type may have changed. Networks list their containers and vice
   * versa.
   */
  private static Set<DockerKind> affectedKinds(String type) {
    return switch (type) {
      case "container" -> EnumSet.of(DockerKind.CONTAINER);
      case "network" -> EnumSet.of(DockerKind.NETWORK, DockerKind.CONTAINER);
      case "image", "builder" -> EnumSet.of(DockerKind.IMAGE);
      case "volume" -> EnumSet.of(DockerKind.VOLUME);
      default -> EnumSet.noneOf(DockerKind.class);
    };
  }

  /** A container may be named by the beginning of its id; a renamed one has two names. */
  private static boolean mayName(JsonNode actor, @Nullable String called) {
    JsonNode attributes = actor.path("Attributes");
    String name = attributes.path("name").asText();
    // an event without a name is about several containers
    if (called == null || name.isEmpty()) {
      return true;
    }
    String plain = withoutSlash(called);
    return plain.equals(name)
        || plain.equals(withoutSlash(attributes.path("oldName").asText()))
        || actor.path("ID").asText().startsWith(plain);
  }

  /** Engines put a slash before a name in some places, and accept it everywhere. */
  private static String withoutSlash(String name) {
    return name.startsWith("/") ? name.substring(1) : name;
  }
}
