package dev.deckhand.lesson.lint;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where in the file blocks stand that do not know it themselves.
 *
 * @param byStep by the step's number, the places of its commands to try, in order
 */
public record RunBlockPlaces(Map<Integer, List<SourcePosition>> byStep) {

  /** Nothing is known. */
  public static final RunBlockPlaces UNKNOWN = new RunBlockPlaces(Map.of());

  public RunBlockPlaces {
    byStep =
        byStep.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
  }

  /** The place of a step's commands to try, counted from 0; the step's own where nobody knows. */
  SourcePosition placeOf(Step step, int index) {
    List<SourcePosition> positions = byStep.getOrDefault(step.number(), List.of());
    return index < positions.size() ? positions.get(index) : step.place();
  }
}
