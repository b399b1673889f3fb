package dev.deckhand.lesson.lint;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The places of run blocks in the file.
 *
 * @param byStep by the step's number, the places of its run blocks, in order
 */
public record RunBlockPlaces(Map<Integer, List<SourcePosition>> byStep) {

  /** No places are known. */
  public static final RunBlockPlaces UNKNOWN = new RunBlockPlaces(Map.of());

  public RunBlockPlaces {
    byStep =
        byStep.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
  }

  /** The place of a step's run block, counted from 0; that of the step if unknown. */
  SourcePosition placeOf(Step step, int index) {
    List<SourcePosition> positions = byStep.getOrDefault(step.number(), List.of());
    return index < positions.size() ? positions.get(index) : step.place();
  }
}
