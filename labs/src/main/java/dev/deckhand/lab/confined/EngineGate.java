package dev.deckhand.lab.confined;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides on requests to an engine. What's ambiguous is refused, so that the engine never reads a
 * request in another way than this class did.
 */
final class EngineGate {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private EngineGate() {}

  /** What becomes of a request. */
  sealed interface Decision {
    /** It's forwarded. */
    record Forward() implements Decision {}

    /** It's answered with this message, and the connection is closed. */
    record Refuse(int status, String message) implements Decision {}
  }

  /**
   * Decides on a request.
   *
   * @param body null where the decision doesn't depend on it
   */
  static Decision decide(EngineRequest request, byte @Nullable [] body) {
    Optional<String> refusal = EnginePolicy.refusal(request);
    if (refusal.isEmpty() && body != null && body.length > 0) {
      try {
        JsonNode description = JSON.readTree(body);
        if (description == null || !description.isObject()) {
          return new Decision.Refuse(400, "the request isn't a JSON object");
        }
        refusal = EnginePolicy.refusal(request, withSmallKeys(description));
      } catch (IOException notJson) {
        return new Decision.Refuse(400, "the request isn't valid JSON");
      }
    }
    return refusal
        .<Decision>map(what -> new Decision.Refuse(403, "this lab's users may not use " + what))
        .orElseGet(Decision.Forward::new);
  }

  /**
   * Returns the same tree with all keys in small letters. The engine is written in Go, whose
   * decoder <a href="https://pkg.go.dev/encoding/json#Unmarshal">ignores the case of keys</a>, also
   * of the two letters outside of ASCII that fold to {@code k} and {@code s}.
   *
   * @throws IOException if two keys are the same then
   */
  private static JsonNode withSmallKeys(JsonNode node) throws IOException {
    if (node.isArray()) {
      ArrayNode items = JSON.createArrayNode();
      for (JsonNode item : node) {
        items.add(withSmallKeys(item));
      }
      return items;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode fields = JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String key =
          field.getKey().toLowerCase(Locale.ROOT).replace('\u017f', 's').replace('\u212a', 'k');
      if (fields.has(key)) {
        throw new IOException("two keys that are the same to the engine: " + key);
      }
      fields.set(key, withSmallKeys(field.getValue()));
    }
    return fields;
  }
}
