package dev.deckhand.shell.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Entries as lines of JSON, and back. */
final class JournalCodec {

  private final JsonMapper json;

  JournalCodec() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .addMixIn(JournalEvent.class, EventTypeMixIn.class)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    for (Class<?> deed : JournalEvent.class.getPermittedSubclasses()) {
      builder.registerSubtypes(
          new com.fasterxml.jackson.databind.jsontype.NamedType(deed, deed.getSimpleName()));
    }
    this.json = builder.build();
  }

  /** One line, without its line break. */
  String line(JournalEntry journalEntry) {
    try {
      return json.writeValueAsString(
          new JsonEntry(
              journalEntry.at().toString(),
              journalEntry.session(),
              journalEntry.lesson().toString(),
              journalEntry.event()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a deed that cannot be written: " + journalEntry.event(), e);
    }
  }

  /** The entry that a line holds; empty for one that was cut short or that nobody understands. */
  Optional<JournalEntry> entry(String line) {
    try {
      JsonEntry jsonEntry = json.readValue(line, JsonEntry.class);
      return Optional.of(
          new JournalEntry(
              Instant.parse(jsonEntry.at()),
              jsonEntry.session(),
              LessonId.of(jsonEntry.lesson()),
              jsonEntry.what()));
    } catch (JsonProcessingException
        | IllegalArgumentException
        | DateTimeParseException
        | NullPointerException notAnEntry) {
      return Optional.empty();
    }
  }

  record JsonEntry(String at, String session, String lesson, JournalEvent what) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "deed")
  interface EventTypeMixIn {}
}
