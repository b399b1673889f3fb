package dev.deckhand.lab.image.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/** Reads and writes the JSON documents of a layout. */
final class LayoutJson {

  private static final JsonMapper JSON = new JsonMapper();

  private LayoutJson() {}

  /**
   * @param what names the document in an error: {@code index.json}
   */
  static JsonNode parse(String what, byte[] document) throws MalformedArchive {
    try {
      JsonNode node = JSON.readTree(document);
      return node == null ? MissingNode.getInstance() : node;
    } catch (IOException notJson) {
      throw new MalformedArchive(what + " isn't valid JSON");
    }
  }

  static byte[] write(JsonNode document) {
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
