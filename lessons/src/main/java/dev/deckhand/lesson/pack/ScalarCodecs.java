package dev.deckhand.lesson.pack;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

/** How values are written that JSON has no type for. */
final class ScalarCodecs {

  private ScalarCodecs() {}

  /** Writes a duration as ISO 8601. */
  static final class DurationSerializer extends JsonSerializer<Duration> {
    @Override
    public void serialize(Duration value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  /** Reads a duration from ISO 8601. */
  static final class DurationDeserializer extends JsonDeserializer<Duration> {
    @Override
    public Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
      try {
        return Duration.parse(in.getText());
      } catch (DateTimeParseException notOne) {
        throw context.weirdStringException(in.getText(), Duration.class, "not ISO 8601");
      }
    }
  }

  /** Writes a set of names in alphabetical order. */
  static final class SortedSetSerializer extends JsonSerializer<Set<?>> {
    @Override
    public void serialize(Set<?> value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      List<String> names = value.stream().map(String::valueOf).sorted().toList();
      out.writeStartArray();
      for (String name : names) {
        out.writeString(name);
      }
      out.writeEndArray();
    }
  }
}
