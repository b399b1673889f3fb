package dev.deckhand.lab.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.pattern.DataNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** Converts the servers' JSON into the trees that checks look at. */
public final class JsonNodeConverter {

  private JsonNodeConverter() {}

  /** Returns the same tree; binary data and Java objects are dropped. */
  public static DataNode toNode(JsonNode json) {
    return switch (json.getNodeType()) {
      case OBJECT -> {
        var fields = new LinkedHashMap<String, DataNode>();
        json.properties().forEach(field -> fields.put(field.getKey(), toNode(field.getValue())));
        yield new DataNode.Fields(fields);
      }
      case ARRAY -> {
        var items = new ArrayList<DataNode>();
        json.forEach(item -> items.add(toNode(item)));
        yield new DataNode.Items(items);
      }
      case STRING -> new DataNode.Text(json.textValue());
      case NUMBER -> new DataNode.Numeral(json.decimalValue());
      case BOOLEAN -> new DataNode.Flag(json.booleanValue());
      case NULL, MISSING, BINARY, POJO -> new DataNode.Absent();
    };
  }
}
