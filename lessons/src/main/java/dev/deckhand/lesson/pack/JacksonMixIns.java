package dev.deckhand.lesson.pack;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabKind;
import java.util.Map;
import java.util.Set;

/** What Jackson must be told of the domain's types, which themselves know nothing of it. */
final class JacksonMixIns {

  private JacksonMixIns() {}

  /** A sealed type, told apart by its simple name. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  interface TypeNameProperty {}

  /** Sets come in the same order every time, so that a build gives the same files again. */
  abstract static class SortedSets {
    @JsonSerialize(using = ScalarCodecs.SortedSetSerializer.class)
    abstract Set<LabKind> labs();

    @JsonSerialize(using = ScalarCodecs.SortedSetSerializer.class)
    abstract Set<Ability> abilities();
  }

  /** So do labels. */
  abstract static class SortedLabels {
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    abstract Map<String, String> labels();
  }
}
