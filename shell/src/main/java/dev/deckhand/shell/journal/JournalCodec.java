package dev.deckhand.shell.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts entries to lines of JSON and back. Thread-safe. */
public final class JournalCodec {

  /** The names of events in journals. Old files must stay readable, so these never change. */
  static final Map<Class<? extends JournalEvent>, String> NAMES =
      Map.ofEntries(
          Map.entry(JournalEvent.SeedDrawn.class, "Seeded"),
          Map.entry(JournalEvent.StepOrderDrawn.class, "Drew"),
          Map.entry(JournalEvent.StepBegan.class, "Began"),
          Map.entry(JournalEvent.SessionResumed.class, "Resumed"),
          Map.entry(JournalEvent.CommandTyped.class, "Typed"),
          Map.entry(JournalEvent.CommandFinished.class, "Ran"),
          Map.entry(JournalEvent.CheckPassed.class, "Held"),
          Map.entry(JournalEvent.ChecksFailed.class, "FellShort"),
          Map.entry(JournalEvent.InvariantBroken.class, "Broke"),
          Map.entry(JournalEvent.NoteAdded.class, "Remarked"),
          Map.entry(JournalEvent.QuestionAnswered.class, "Answered"),
          Map.entry(JournalEvent.QuizAnswered.class, "Chose"),
          Map.entry(JournalEvent.HintGiven.class, "TookHint"),
          Map.entry(JournalEvent.SolutionShown.class, "SawSolution"),
          Map.entry(JournalEvent.StepReset.class, "WasReset"),
          Map.entry(JournalEvent.SandboxEntered.class, "Played"),
          Map.entry(JournalEvent.SandboxLeft.class, "LeftSandbox"),
          Map.entry(JournalEvent.StepPassed.class, "Passed"),
          Map.entry(JournalEvent.LessonFinished.class, "Finished"),
          Map.entry(JournalEvent.SessionLeft.class, "Left"));

  private static final JsonFactory JSON = new JsonFactory();

  private @Nullable JsonMapper mapper;

  /** Created at the first entry that is read: a new learner's journal has none. */
  private synchronized JsonMapper json() {
    JsonMapper created = mapper;
    if (created == null) {
      JsonMapper.Builder builder =
          JsonMapper.builder()
              .addMixIn(JournalEvent.class, EventTypeMixIn.class)
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
      NAMES.forEach((type, name) -> builder.registerSubtypes(new NamedType(type, name)));
      created = builder.build();
      mapper = created;
    }
    return created;
  }

  /**
   * One line, without its line break. Written without the mapper, since each start writes an entry
   * before its first prompt, and the mapper would first examine the types.
   */
  public String line(JournalEntry journalEntry) {
    JournalEvent event = journalEntry.event();
    var line = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(line)) {
      out.writeStartObject();
      out.writeStringField("at", journalEntry.at().toString());
      out.writeStringField("session", journalEntry.session());
      out.writeStringField("lesson", journalEntry.lesson().toString());
      out.writeObjectFieldStart("what");
      out.writeStringField("deed", NAMES.get(event.getClass()));
      for (RecordComponent component : event.getClass().getRecordComponents()) {
        out.writeFieldName(component.getName());
        write(out, component.getAccessor().invoke(event));
      }
      out.writeEndObject();
      out.writeEndObject();
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("an event that cannot be written: " + event, e);
    }
    return line.toString();
  }

  private static void write(JsonGenerator out, Object value) throws IOException {
    switch (value) {
      case String text -> out.writeString(text);
      case Long number -> out.writeNumber(number);
      case Integer number -> out.writeNumber(number);
      case Boolean flag -> out.writeBoolean(flag);
      case Enum<?> constant -> out.writeString(constant.name());
      case Collection<?> items -> {
        out.writeStartArray();
        for (Object item : items) {
          write(out, item);
        }
        out.writeEndArray();
      }
      default -> throw new IOException("no way to write a " + value.getClass());
    }
  }

  /** Reads an entry; empty for a line that was cut short or is not understood. */
  public Optional<JournalEntry> entry(String line) {
    try {
      JsonEntry jsonEntry = json().readValue(line, JsonEntry.class);
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
