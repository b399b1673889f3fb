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
import dev.deckhand.check.Node;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.journal.Synced;
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

/** A session's bookmark as a file in its room. */
record BookmarkFile(Path file) {

  /** Rises whenever files of before could not be read any more. */
  private static final int FORM = 1;

  private static final List<Class<?>> SEALED =
      List.of(Subject.class, Observation.class, Node.class);

  private static final JsonMapper JSON = mapper();

  static BookmarkFile in(Path room) {
    return new BookmarkFile(room.resolve("bookmark.json"));
  }

  /** Puts it down; when this returns it is on the disk. */
  void write(Bookmark mark) throws IOException {
    List<Seen> before =
        mark.before().entrySet().stream()
            .map(entry -> new Seen(entry.getKey(), entry.getValue()))
            .toList();
    var written =
        new Written(
            FORM,
            mark.version(),
            mark.lesson().toString(),
            mark.workspace().toString(),
            mark.began().toString(),
            mark.step(),
            mark.ready(),
            before);
    Synced.write(file, JSON.writeValueAsString(written));
  }

  /** Reads it; empty where there is none that can be understood. */
  Optional<Bookmark> read() throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      Written written = JSON.readValue(text, Written.class);
      return written.form() == FORM ? Optional.of(bookmark(written)) : Optional.empty();
    } catch (JsonProcessingException
        | IllegalArgumentException
        | DateTimeException
        | NullPointerException another) {
      // written by another version
      return Optional.empty();
    }
  }

  private static Bookmark bookmark(Written written) {
    Map<Subject, Observation> before = new HashMap<>();
    written.before().forEach(seen -> before.put(seen.subject(), seen.observation()));
    return new Bookmark(
        written.version(),
        LessonId.of(written.lesson()),
        Path.of(written.workspace()),
        Instant.parse(written.began()),
        written.step(),
        written.ready(),
        before);
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
    for (Class<?> sealed : SEALED) {
      builder.addMixIn(sealed, Named.class);
      for (Class<?> type : sealed.getPermittedSubclasses()) {
        builder.registerSubtypes(new NamedType(type, type.getSimpleName()));
      }
    }
    return builder.build();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  interface Named {}

  record Seen(Subject subject, Observation observation) {}

  record Written(
      int form,
      String version,
      String lesson,
      String workspace,
      String began,
      int step,
      boolean ready,
      List<Seen> before) {}
}
