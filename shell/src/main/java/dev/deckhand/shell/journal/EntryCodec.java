package dev.deckhand.shell.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.Deed;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Entries as lines of JSON, and back. */
final class EntryCodec {

  private final JsonMapper json;

  EntryCodec() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .addMixIn(Deed.class, NamedDeed.class)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    for (Class<?> deed : Deed.class.getPermittedSubclasses()) {
      builder.registerSubtypes(
          new com.fasterxml.jackson.databind.jsontype.NamedType(deed, deed.getSimpleName()));
    }
    this.json = builder.build();
  }

  /** One line, without its line break. */
  String line(Entry entry) {
    try {
      return json.writeValueAsString(
          new Written(
              entry.at().toString(), entry.session(), entry.lesson().toString(), entry.deed()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a deed that cannot be written: " + entry.deed(), e);
    }
  }

  /** The entry that a line holds; empty for one that was cut short or that nobody understands. */
  Optional<Entry> entry(String line) {
    try {
      Written written = json.readValue(line, Written.class);
      return Optional.of(
          new Entry(
              Instant.parse(written.at()),
              written.session(),
              LessonId.of(written.lesson()),
              written.what()));
    } catch (JsonProcessingException
        | IllegalArgumentException
        | DateTimeParseException
        | NullPointerException notAnEntry) {
      return Optional.empty();
    }
  }

  record Written(String at, String session, String lesson, Deed what) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "deed")
  interface NamedDeed {}
}
