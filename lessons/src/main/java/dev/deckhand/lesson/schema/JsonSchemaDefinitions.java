package dev.deckhand.lesson.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.check.schema.ApiSchema;
import dev.deckhand.check.schema.FieldType;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The types of the API as definitions of a JSON Schema: those that are referred to. */
final class JsonSchemaDefinitions {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String EXPRESSION = "^\\(.*\\)$";

  private final ApiSchema schema;
  private final Map<String, ObjectNode> all = new TreeMap<>();

  JsonSchemaDefinitions(ApiSchema schema) {
    this.schema = schema;
    ObjectNode expected = JSON.objectNode();
    expected.put("description", "A CEL expression over this node: the value that it must give.");
    expected.putArray("type").add("boolean").add("number").add("string");
    all.put("expression", expected);
  }

  /** The definitions that were referred to, by name. */
  Map<String, ObjectNode> all() {
    return all;
  }

  /** Returns the definition of a document of a kind. */
  ObjectNode root(FieldType kind) {
    if (!(kind instanceof FieldType.ObjectOf object)) {
      return JSON.objectNode();
    }
    ObjectNode type = typed(object);
    if (type.path("properties") instanceof ObjectNode fields && !fields.has("apiVersion")) {
      // Deckhand's own kinds: the header isn't part of the object
      String name = object.name() + ".document";
      fields.set("apiVersion", JSON.objectNode());
      fields.set("kind", JSON.objectNode());
      fields.set("metadata", metadata());
      all.put(name, type);
      return reference(name);
    }
    return of(kind);
  }

  private ObjectNode metadata() {
    ObjectNode metadata = JSON.objectNode().put("type", "object");
    ObjectNode fields = metadata.putObject("properties");
    fields.set("name", of(FieldType.Scalar.TEXT));
    fields.set("namespace", of(FieldType.Scalar.TEXT));
    fields.set("labels", of(new FieldType.MapOf(FieldType.Scalar.TEXT)));
    return metadata.put("additionalProperties", false);
  }

  private ObjectNode of(FieldType type) {
    return switch (type) {
      case FieldType.Scalar scalar -> {
        String name = scalar.name().toLowerCase(Locale.ROOT);
        all.computeIfAbsent(name, made -> scalar(scalar));
        yield reference(name);
      }
      case FieldType.ListOf(var element) -> {
        ObjectNode list = node("array", "object");
        list.set("items", of(element));
        yield list.put("additionalProperties", false);
      }
      case FieldType.MapOf(var value) -> {
        ObjectNode map = node("object");
        map.set("additionalProperties", of(value));
        yield map;
      }
      case FieldType.ObjectOf object -> {
        if (!all.containsKey(object.name())) {
          // before its fields, since a type may contain itself
          all.put(object.name(), JSON.objectNode());
          all.put(object.name(), typed(object));
        }
        yield reference(object.name());
      }
      case FieldType.Any _ -> JSON.objectNode();
    };
  }

  private ObjectNode typed(FieldType.ObjectOf object) {
    ObjectNode node = node("object");
    ObjectNode fields = node.putObject("properties");
    schema.objectSchema(object).fields().forEach((name, type) -> fields.set(name, of(type)));
    return node.put("additionalProperties", false);
  }

  private static ObjectNode scalar(FieldType.Scalar scalar) {
    ObjectNode node =
        switch (scalar) {
          case TEXT -> node("string", "object");
          case WHOLE -> node("integer", "object");
          case NUMBER -> node("number", "object");
          case FLAG -> node("boolean", "object");
          case AMOUNT -> node("string", "number", "object");
        };
    return node.put("additionalProperties", false);
  }

  /** A node of one of some types, or null for "must not exist"; expressions may be in a map. */
  private static ObjectNode node(String... types) {
    ObjectNode node = JSON.objectNode();
    ArrayNode list = node.putArray("type");
    for (String type : types) {
      list.add(type);
    }
    list.add("null");
    node.putObject("patternProperties").set(EXPRESSION, reference("expression"));
    return node;
  }

  private static ObjectNode reference(String name) {
    return JSON.objectNode().put("$ref", "#/definitions/" + name);
  }
}
