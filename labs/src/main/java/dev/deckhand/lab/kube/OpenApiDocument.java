package dev.deckhand.lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/** An API server's description of itself, as OpenAPI 2. */
final class OpenApiDocument {

  /** Limits schemas that refer to themselves. */
  private static final int MAX_DEPTH = 20;

  private static final String REF = "#/definitions/";
  private static final int MAX_SENTENCE_LENGTH = 200;

  private final JsonNode root;

  OpenApiDocument(JsonNode root) {
    this.root = root;
  }

  /** Finds the schema of a kind. */
  Optional<JsonNode> kind(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    String version = apiVersion.substring(slash + 1);
    for (JsonNode definition : root.path("definitions")) {
      for (JsonNode name : definition.path("x-kubernetes-group-version-kind")) {
        if (name.path("kind").asText().equals(kind)
            && name.path("group").asText().equals(group)
            && name.path("version").asText().equals(version)) {
          return Optional.of(definition);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the schema that has the fields: a list's items, a map's values, a reference's target.
   */
  JsonNode elementSchema(JsonNode node) {
    JsonNode inner = node;
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      if (inner.has("$ref")) {
        inner = target(inner);
      } else if (inner.has("items")) {
        inner = inner.path("items");
      } else if (inner.path("additionalProperties").isObject()) {
        inner = inner.path("additionalProperties");
      } else {
        return inner;
      }
    }
    return MissingNode.getInstance();
  }

  /**
   * Returns a type in the notation of the Kubernetes reference: {@code []Container}, {@code
   * map[string]string}.
   */
  String type(JsonNode node) {
    return type(node, 0);
  }

  private String type(JsonNode node, int depth) {
    if (depth > MAX_DEPTH) {
      return "";
    }
    if (node.has("$ref")) {
      JsonNode target = target(node);
      String name = node.path("$ref").asText();
      return target.has("properties")
          ? name.substring(name.lastIndexOf('.') + 1)
          : type(target, depth + 1);
    }
    if (node.has("items")) {
      return "[]" + type(node.path("items"), depth + 1);
    }
    if (node.path("additionalProperties").isObject()) {
      return "map[string]" + type(node.path("additionalProperties"), depth + 1);
    }
    return node.path("type").asText("object");
  }

  static boolean isRequired(JsonNode inside, String field) {
    for (JsonNode required : inside.path("required")) {
      if (required.asText().equals(field)) {
        return true;
      }
    }
    return false;
  }

  static String firstSentence(String words) {
    int stop = words.indexOf(". ");
    int line = words.indexOf('\n');
    int end = stop < 0 ? words.length() : stop + 1;
    end = line < 0 ? end : Math.min(end, line);
    return words.substring(0, Math.min(end, MAX_SENTENCE_LENGTH)).strip();
  }

  private JsonNode target(JsonNode node) {
    String ref = node.path("$ref").asText();
    return ref.startsWith(REF)
        ? root.path("definitions").path(ref.substring(REF.length()))
        : MissingNode.getInstance();
  }
}
