package dev.deckhand.lab.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.document.BlockReadResult;
import dev.deckhand.check.document.CheckBlock;
import dev.deckhand.check.document.CheckReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads whole objects as check documents would, to see that none of their fields is refused. */
final class Documents {
  private static final CheckReader READER = new CheckReader(new CelEvaluator());

  private Documents() {}

  /** Returns what is said against an object, a field of it at a time. */
  static List<String> flaws(String apiVersion, String kind, JsonNode object) {
    var flaws = new ArrayList<String>();
    pruned(object)
        .properties()
        .forEach(field -> {
          ObjectNode document = JsonNodeFactory.instance.objectNode();
          document.set(field.getKey(), field.getValue());
          document.put("apiVersion", apiVersion).put("kind", kind);
          flaws.addAll(flaws(document));
        });
    return flaws;
  }

  private static List<String> flaws(ObjectNode document) {
    var position = new SourcePosition(document.path("kind").asText(), 1);
    // JSON is YAML
    var block =
        new CheckBlock("1", "So", Map.of(), Set.of(), position, document.toString(), position);
    return switch (READER.check(block)) {
      case BlockReadResult.Valid<?> _ -> List.of();
      case BlockReadResult.Invalid<?>(var found) ->
          found.stream().map(diagnostic -> diagnostic + " " + document).toList();
    };
  }

  /** Leaves out empty lists, empty texts and long texts: a check does not ask for them. */
  private static JsonNode pruned(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(field -> {
              if (isAskedFor(field.getValue())) {
                kept.set(field.getKey(), pruned(field.getValue()));
              }
            });
        yield kept;
      }
      case ArrayNode list -> {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        list.forEach(element -> kept.add(pruned(element)));
        yield kept;
      }
      default -> node;
    };
  }

  private static boolean isAskedFor(JsonNode node) {
    return !(node.isArray() && node.isEmpty())
        && !(node.isTextual() && (node.asText().isBlank() || node.asText().length() > 500));
  }
}
