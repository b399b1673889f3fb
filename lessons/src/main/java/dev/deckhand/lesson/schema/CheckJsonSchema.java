package dev.deckhand.lesson.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.check.schema.ApiSchema;
import dev.deckhand.check.schema.FieldType;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the JSON Schema of check documents: draft 7, which the YAML language server supports best.
 */
public final class CheckJsonSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The group of a custom resource needs a dot. */
  private static final String CUSTOM_RESOURCE_VERSION =
      "^[a-z0-9-]+\\.[a-z0-9.-]+/v[0-9]+((alpha|beta)[0-9]+)?$";

  private final ApiSchema schema = new ApiSchema();
  private final JsonSchemaDefinitions jsonSchemaDefinitions = new JsonSchemaDefinitions(schema);

  /** Returns the schema: a line for each apiVersion, kind and type, in a stable order. */
  public String text() {
    ArrayNode rules = JSON.arrayNode();
    Map<String, Map<String, FieldType>> versions = schema.apiVersions();
    versions.forEach((version, kinds) -> {
      rules.add(rule(version, null, object("properties", object("kind", enumOf(kinds.keySet())))));
      kinds.forEach(
          (kind, type) -> rules.add(rule(version, kind, jsonSchemaDefinitions.root(type))));
    });
    var text = new StringBuilder("{\n");
    text.append("\"$schema\": \"http://json-schema.org/draft-07/schema#\",\n");
    text.append("\"title\": \"A document of a check in a Deckhand lesson\",\n");
    text.append("\"type\": \"object\",\n\"required\": [\"apiVersion\", \"kind\"],\n");
    text.append("\"properties\": ").append(header(versions.keySet())).append(",\n");
    text.append("\"allOf\": [\n");
    appendEntries(text, rules);
    text.append("],\n\"definitions\": {\n");
    var all = new LinkedHashSet<String>();
    jsonSchemaDefinitions.all().forEach((name, body) -> all.add("\"" + name + "\": " + body));
    appendEntries(text, all);
    return text.append("}\n}\n").toString();
  }

  private static void appendEntries(StringBuilder text, Iterable<?> entries) {
    String separator = "";
    for (Object entry : entries) {
      text.append(separator).append(entry);
      separator = ",\n";
    }
    text.append('\n');
  }

  private static ObjectNode header(Set<String> versions) {
    ObjectNode version = JSON.objectNode();
    ArrayNode either = version.putArray("anyOf");
    either.add(enumOf(versions));
    either.add(object("type", JSON.textNode("string")).put("pattern", CUSTOM_RESOURCE_VERSION));
    ObjectNode header = object("apiVersion", version);
    header.set("kind", object("type", JSON.textNode("string")));
    return header;
  }

  private static ObjectNode rule(String version, @Nullable String kind, ObjectNode then) {
    ObjectNode given = object("apiVersion", object("const", JSON.textNode(version)));
    ArrayNode required = JSON.arrayNode().add("apiVersion");
    if (kind != null) {
      given.set("kind", object("const", JSON.textNode(kind)));
      required.add("kind");
    }
    ObjectNode condition = object("properties", given);
    condition.set("required", required);
    ObjectNode rule = object("if", condition);
    rule.set("then", then);
    return rule;
  }

  private static ObjectNode enumOf(Collection<String> names) {
    ArrayNode list = JSON.arrayNode();
    names.forEach(list::add);
    return object("enum", list);
  }

  private static ObjectNode object(String name, JsonNode value) {
    ObjectNode object = JSON.objectNode();
    object.set(name, value);
    return object;
  }
}
