package dev.deckhand.lab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Removes the fields that the server sets. */
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

  /** Returns an object without fields that the server sets, for comparing. */
  static JsonNode withoutServerFields(JsonNode object) {
    ObjectNode plain = object.deepCopy();
    plain.remove(List.of("status", "apiVersion", "kind"));
    if (plain.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove(SERVER_FIELDS);
    }
    return plain;
  }

  /** Returns an object in the form in which it can be created again. */
  static ObjectNode forCreation(JsonNode object) {
    ObjectNode fresh = object.deepCopy();
    fresh.remove("status");
    if (fresh.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove(SERVER_FIELDS);
    }
    return fresh;
  }

  /** Returns an earlier state of an object in the form that replaces its present state. */
  static ObjectNode forReplacement(JsonNode before, JsonNode now) {
    ObjectNode replacement = forCreation(before);
    if (replacement.path("metadata") instanceof ObjectNode metadata) {
      metadata.set("resourceVersion", now.path("metadata").path("resourceVersion"));
      metadata.set("uid", now.path("metadata").path("uid"));
    }
    return replacement;
  }
}
