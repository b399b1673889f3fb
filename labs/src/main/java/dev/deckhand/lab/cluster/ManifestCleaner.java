package dev.deckhand.lab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Objects without what the server writes into them by itself. */
final class ManifestCleaner {

  private static final List<String> SERVER_FIELDS =
      List.of(
          "uid",
          "resourceVersion",
          "generation",
          "creationTimestamp",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "managedFields",
          "selfLink");

  private ManifestCleaner() {}

  /** What of an object its makers decide. */
  static JsonNode withoutServerFields(JsonNode object) {
    ObjectNode plain = object.deepCopy();
    plain.remove(List.of("status", "apiVersion", "kind"));
    if (plain.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove(SERVER_FIELDS);
    }
    return plain;
  }

  /** The same object, to be made again. */
  static ObjectNode forCreation(JsonNode object) {
    ObjectNode fresh = object.deepCopy();
    fresh.remove("status");
    if (fresh.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove(SERVER_FIELDS);
    }
    return fresh;
  }

  /** The object as it was, to replace what it is now. */
  static ObjectNode forReplacement(JsonNode before, JsonNode now) {
    ObjectNode replacement = forCreation(before);
    if (replacement.path("metadata") instanceof ObjectNode metadata) {
      metadata.set("resourceVersion", now.path("metadata").path("resourceVersion"));
      metadata.set("uid", now.path("metadata").path("uid"));
    }
    return replacement;
  }
}
