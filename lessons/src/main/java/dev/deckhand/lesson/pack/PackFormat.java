package dev.deckhand.lesson.pack;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.deckhand.check.Subject;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.variable.ValueDomain;
import java.time.Duration;
import java.util.List;

/** The format of compiled courses: JSON, with one file for the index and one for each lesson. */
final class PackFormat {

  /** Raised whenever earlier files can't be read. */
  static final int VERSION = 8;

  static final String INDEX = "courses.json";

  static final String COVERAGE = "coverage.yaml";

  private static final List<Class<?>> SEALED_TYPES =
      List.of(
          Block.class,
          Inline.class,
          DataPattern.class,
          DataNode.class,
          Subject.class,
          ValueDomain.class);

  private PackFormat() {}

  /** The index file. */
  record IndexFile(int format, List<CourseCard> courses) {}

  /** A lesson's file. */
  record LessonFile(int format, Lesson lesson) {}

  /** The file with the sources of a course's facts. */
  record SourcesFile(int format, List<Block> sources) {}

  /** The name of a lesson's file. */
  static String fileOf(LessonId id) {
    return id.course() + "/" + id.lesson() + ".json";
  }

  /** The name of the file with a lesson's recorded output. */
  static String recordedOutputFileOf(LessonId id) {
    return id.course() + "/printed/" + id.lesson() + ".json";
  }

  /** The name of a picture's file. */
  static String fileOf(String course, String picture) {
    return course + "/images/" + picture;
  }

  /** The name of the file with the sources of a course's facts. */
  static String sourcesFileOf(String course) {
    return course + "/sources.json";
  }

  /** A mapper for the domain's records, by their components alone. */
  static ObjectMapper mapper() {
    var module = new SimpleModule("deckhand");
    module.addSerializer(Duration.class, new ScalarCodecs.DurationSerializer());
    module.addDeserializer(Duration.class, new ScalarCodecs.DurationDeserializer());
    var builder =
        JsonMapper.builder()
            .addModule(module)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
            .addMixIn(LabNeeds.class, JacksonMixIns.SortedSets.class)
            .addMixIn(Subject.KubernetesObject.class, JacksonMixIns.SortedLabels.class)
            .addMixIn(Subject.DockerObject.class, JacksonMixIns.SortedLabels.class);
    SEALED_TYPES.forEach(type -> builder.addMixIn(type, JacksonMixIns.TypeNameProperty.class));
    SEALED_TYPES.stream()
        .flatMap(type -> List.of(type.getPermittedSubclasses()).stream())
        .forEach(type -> builder.registerSubtypes(new NamedType(type, type.getSimpleName())));
    return builder.build();
  }
}
