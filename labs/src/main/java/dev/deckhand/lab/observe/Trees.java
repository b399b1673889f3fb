package dev.deckhand.lab.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** Turns JSON, as the servers send it, into the trees that checks look at. */
public final class Trees {

  private Trees() {}

  /** Returns the same as a tree; bytes and objects of Java are left out. */
  public static Node of(JsonNode json) {
    return switch (json.getNodeType()) {
      case OBJECT -> {
        var fields = new LinkedHashMap<String, Node>();
        json.properties().forEach(field -> fields.put(field.getKey(), of(field.getValue())));
        yield new Node.Fields(fields);
      }
      case ARRAY -> {
        var items = new ArrayList<Node>();
        json.forEach(item -> items.add(of(item)));
        yield new Node.Items(items);
      }
      case STRING -> new Node.Text(json.textValue());
      case NUMBER -> new Node.Numeral(json.decimalValue());
      case BOOLEAN -> new Node.Flag(json.booleanValue());
      case NULL, MISSING, BINARY, POJO -> new Node.Absent();
    };
  }
}
