package dev.deckhand.shell.loop;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.file.AtomicFile;
import dev.deckhand.lesson.LessonId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A session's bookmark as a file in the session's folder. */
record BookmarkFile(Path file) {

  /** Goes up when older files can no longer be read. */
  private static final int FORMAT_VERSION = 1;

  private static final List<Class<?>> SEALED_TYPES =
      List.of(Subject.class, Observation.class, DataNode.class);

  static BookmarkFile in(Path room) {
    return new BookmarkFile(room.resolve("bookmark.json"));
  }

  /** Writes a bookmark; when this returns, it is on the disk. */
  void write(Bookmark mark) throws IOException {
    List<JsonObservation> before =
        mark.initialObservations().entrySet().stream()
            .map(entry -> new JsonObservation(entry.getKey(), entry.getValue()))
            .toList();
    var jsonBookmark =
        new JsonBookmark(
            FORMAT_VERSION,
            mark.version(),
            mark.lesson().toString(),
            mark.workspace().toString(),
            mark.startedAt().toString(),
            mark.step(),
            mark.ready(),
            before);
    AtomicFile.writeDurably(file, Json.MAPPER.writeValueAsString(jsonBookmark));
  }

  /** Reads the bookmark; empty if there is none, or only one of another format. */
  Optional<Bookmark> read() throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      JsonBookmark jsonBookmark = Json.MAPPER.readValue(text, JsonBookmark.class);
      return jsonBookmark.form() == FORMAT_VERSION
          ? Optional.of(bookmark(jsonBookmark))
          : Optional.empty();
    } catch (JsonProcessingException
        | IllegalArgumentException
        | DateTimeException
        | NullPointerException another) {
      // written by another version
      return Optional.empty();
    }
  }

  private static Bookmark bookmark(JsonBookmark jsonBookmark) {
    Map<Subject, Observation> before = new HashMap<>();
    jsonBookmark
        .before()
        .forEach(jsonObservation ->
            before.put(jsonObservation.subject(), jsonObservation.observation()));
    return new Bookmark(
        jsonBookmark.version(),
        LessonId.of(jsonBookmark.lesson()),
        Path.of(jsonBookmark.workspace()),
        Instant.parse(jsonBookmark.began()),
        jsonBookmark.step(),
        jsonBookmark.ready(),
        before);
  }

  /** Created at the first bookmark that is read or written, which is after the first prompt. */
  private static final class Json {
    static final JsonMapper MAPPER = mapper();
  }

  private static JsonMapper mapper() {
    var builder =
        JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY);
    for (Class<?> sealed : SEALED_TYPES) {
      builder.addMixIn(sealed, TypeNameMixIn.class);
      for (Class<?> type : sealed.getPermittedSubclasses()) {
        builder.registerSubtypes(new NamedType(type, type.getSimpleName()));
      }
    }
    return builder.build();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  interface TypeNameMixIn {}

  record JsonObservation(Subject subject, Observation observation) {}

  record JsonBookmark(
      int form,
      String version,
      String lesson,
      String workspace,
      String began,
      int step,
      boolean ready,
      List<JsonObservation> before) {}
}
