package dev.deckhand.lesson.adoc.parser;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Attributes of a block, by name or position. */
final class BlockAttributeMap extends LinkedHashMap<String, String> {

  private static final long serialVersionUID = 1;

  /** The attribute without a name at a position from 1. */
  @Nullable String at(int position) {
    return get(String.valueOf(position));
  }

  /** Sets an attribute, or takes it away. */
  void set(String name, @Nullable String value) {
    if (value == null) {
      remove(name);
    } else {
      put(name, value);
    }
  }

  boolean hasOption(String name) {
    return containsKey(name + "-option");
  }

  BlockAttributeMap copy() {
    var copy = new BlockAttributeMap();
    copy.putAll(this);
    return copy;
  }
}
