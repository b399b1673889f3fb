package dev.deckhand.shell.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** Converts entries to lines of JSON and back. */
final class JournalCodec {

  /** The names of events in journals. Old files must stay readable, so these never change. */
  static final Map<Class<? extends JournalEvent>, String> NAMES =
      Map.ofEntries(
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
          Map.entry(JournalEvent.StepPassed.class, "Passed"),
          Map.entry(JournalEvent.LessonFinished.class, "Finished"),
          Map.entry(JournalEvent.SessionLeft.class, "Left"));

  private final JsonMapper json;

  JournalCodec() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .addMixIn(JournalEvent.class, EventTypeMixIn.class)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    NAMES.forEach((type, name) -> builder.registerSubtypes(new NamedType(type, name)));
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
      throw new IllegalStateException(
          "an event that cannot be written: " + journalEntry.event(), e);
    }
  }

  /** Reads an entry; empty for a line that was cut short or is not understood. */
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
