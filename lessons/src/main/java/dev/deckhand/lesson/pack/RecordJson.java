package dev.deckhand.lesson.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.io.IOException;
import java.util.List;

/**
 * Writes and reads the domain's records as JSON, by their components alone. The same records always
 * lead to the same bytes.
 */
public final class RecordJson {

  private final ObjectMapper mapper;

  /**
   * @param sealedTypes sealed types in the records, whose values are written with the simple names
   *     of their classes, besides those that lessons consist of
   */
  public RecordJson(List<Class<?>> sealedTypes) {
    ObjectMapper own = PackFormat.mapper();
    for (Class<?> type : sealedTypes) {
      own.addMixIn(type, JacksonMixIns.TypeNameProperty.class);
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        own.registerSubtypes(new NamedType(permitted, permitted.getSimpleName()));
      }
    }
    this.mapper =
        own.configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
            .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true);
  }

  /** Writes a record, on one line. */
  public byte[] write(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException("a value that can't be written as JSON", impossible);
    }
  }

  /**
   * Reads a record.
   *
   * @throws IOException if it isn't one of that type
   */
  public <T> T read(byte[] json, Class<T> type) throws IOException {
    try {
      T value = mapper.readValue(json, type);
      if (value == null) {
        throw new IOException("it's null");
      }
      return value;
    } catch (IllegalArgumentException | NullPointerException refused) {
      throw new IOException("a value that " + type.getSimpleName() + " refuses", refused);
    }
  }
}
