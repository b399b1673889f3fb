package dev.deckhand.lesson.adoc.parser;

import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.adoc.document.DocumentNode;
import java.util.List;
import java.util.Map;

/**
 * A parsed file.
 *
 * @param title converted
 */
record ParsedDocument(String title, Map<String, String> attributes, List<BlockNode> blocks)
    implements DocumentNode {

  ParsedDocument {
    attributes = Map.copyOf(attributes);
    blocks = List.copyOf(blocks);
  }

  @Override
  public boolean hasTitle() {
    return true;
  }

  @Override
  public String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }
}
