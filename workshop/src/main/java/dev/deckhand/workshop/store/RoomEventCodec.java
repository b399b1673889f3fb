package dev.deckhand.workshop.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.workshop.room.RoomEvent;
import dev.deckhand.workshop.room.SeatId;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Converts events of a room to JSON and back. Thread-safe. */
final class RoomEventCodec {

  /** The names of events in databases. Old ones must stay readable, so these never change. */
  static final Map<Class<? extends RoomEvent>, String> NAMES =
      Map.ofEntries(
          Map.entry(RoomEvent.SeatJoined.class, "SeatJoined"),
          Map.entry(RoomEvent.SeatAdmitted.class, "SeatAdmitted"),
          Map.entry(RoomEvent.SeatLeft.class, "SeatLeft"),
          Map.entry(RoomEvent.HandRaised.class, "HandRaised"),
          Map.entry(RoomEvent.HandLowered.class, "HandLowered"),
          Map.entry(RoomEvent.MessageBroadcast.class, "MessageBroadcast"),
          Map.entry(RoomEvent.ClassHeld.class, "ClassHeld"),
          Map.entry(RoomEvent.ClassReleased.class, "ClassReleased"),
          Map.entry(RoomEvent.LessonOpened.class, "LessonOpened"),
          Map.entry(RoomEvent.TimerStarted.class, "TimerStarted"),
          Map.entry(RoomEvent.TimerStopped.class, "TimerStopped"),
          Map.entry(RoomEvent.HintPushed.class, "HintPushed"),
          Map.entry(RoomEvent.WorkshopClosed.class, "WorkshopClosed"));

  private static final Map<String, Class<? extends RoomEvent>> TYPES =
      NAMES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private static final String TYPE = "type";
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonMapper MAPPER = new JsonMapper();

  /** One line of ASCII: {@code {"type":"SeatAdmitted","seat":"abcd2345"}}. */
  String line(RoomEvent event) {
    var line = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(line)) {
      out.writeStartObject();
      out.writeStringField(TYPE, NAMES.get(event.getClass()));
      for (RecordComponent component : event.getClass().getRecordComponents()) {
        out.writeFieldName(component.getName());
        write(out, component.getAccessor().invoke(event));
      }
      out.writeEndObject();
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("an event that can't be written: " + event.getClass(), e);
    }
    return AsciiJson.of(line.toString());
  }

  private static void write(JsonGenerator out, Object value) throws IOException {
    switch (value) {
      case String text -> out.writeString(text);
      case Integer number -> out.writeNumber(number);
      case Boolean flag -> out.writeBoolean(flag);
      case SeatId seat -> out.writeString(seat.value());
      case LessonId lesson -> out.writeString(lesson.toString());
      case Instant time -> out.writeString(time.toString());
      case Duration length -> out.writeString(length.toString());
      case Optional<?> maybe when maybe.isPresent() -> write(out, maybe.get());
      case Optional<?> _ -> out.writeNull();
      default -> throw new IOException("no way to write a " + value.getClass());
    }
  }

  /**
   * Reads an event; empty for one of a later version.
   *
   * @throws IOException if it's damaged
   */
  Optional<RoomEvent> event(String line) throws IOException {
    try {
      JsonNode json = MAPPER.readTree(line);
      Class<? extends RoomEvent> type = TYPES.get(json.path(TYPE).asText());
      return type == null ? Optional.empty() : Optional.of(event(type, json));
    } catch (JsonProcessingException
        | ReflectiveOperationException
        | IllegalArgumentException
        | DateTimeException notAnEvent) {
      throw new IOException("not an event of a room", notAnEvent);
    }
  }

  private static RoomEvent event(Class<? extends RoomEvent> type, JsonNode json)
      throws ReflectiveOperationException, IOException {
    RecordComponent[] components = type.getRecordComponents();
    var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(types[i], json.path(components[i].getName()));
    }
    return type.getDeclaredConstructor(types).newInstance(values);
  }

  private static Object value(Class<?> type, JsonNode json) throws IOException {
    if (type == Optional.class) {
      // the only optional thing in an event is a seat
      return json.isNull() ? Optional.empty() : Optional.of(value(SeatId.class, json));
    }
    if (type == int.class && json.canConvertToInt()) {
      return json.intValue();
    }
    if (type == boolean.class && json.isBoolean()) {
      return json.booleanValue();
    }
    if (!json.isTextual()) {
      throw new IOException("not a " + type.getSimpleName());
    }
    String text = json.textValue();
    return switch (type.getSimpleName()) {
      case "String" -> text;
      case "SeatId" -> new SeatId(text);
      case "LessonId" -> LessonId.of(text);
      case "Instant" -> Instant.parse(text);
      case "Duration" -> Duration.parse(text);
      default -> throw new IOException("not a " + type.getSimpleName());
    };
  }
}
