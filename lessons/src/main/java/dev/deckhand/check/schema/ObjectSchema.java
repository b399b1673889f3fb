package dev.deckhand.check.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a map, in alphabetical order. */
public record ObjectSchema(Map<String, FieldType> fields) {
  public ObjectSchema {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
