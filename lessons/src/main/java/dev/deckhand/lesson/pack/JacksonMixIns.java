package dev.deckhand.lesson.pack;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabKind;
import java.util.Map;
import java.util.Set;

/** Jackson's settings for the domain's types, which don't depend on Jackson. */
final class JacksonMixIns {

  private JacksonMixIns() {}

  /** A sealed type, identified by its simple name. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  interface TypeNameProperty {}

  /** Sets are written in a fixed order, so that builds are reproducible. */
  abstract static class SortedSets {
    @JsonSerialize(using = ScalarCodecs.SortedSetSerializer.class)
    abstract Set<LabKind> labs();

    @JsonSerialize(using = ScalarCodecs.SortedSetSerializer.class)
    abstract Set<Ability> abilities();
  }

  /** Labels are written in a fixed order too. */
  abstract static class SortedLabels {
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    abstract Map<String, String> labels();
  }
}
