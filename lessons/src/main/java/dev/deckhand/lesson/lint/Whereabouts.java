package dev.deckhand.lesson.lint;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where in the file blocks stand that do not know it themselves.
 *
 * @param runs by the step's number, the places of its commands to try, in order
 */
public record Whereabouts(Map<Integer, List<Place>> runs) {

  /** Nothing is known. */
  public static final Whereabouts UNKNOWN = new Whereabouts(Map.of());

  public Whereabouts {
    runs =
        runs.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
  }

  /** The place of a step's commands to try, counted from 0; the step's own where nobody knows. */
  Place run(Step step, int index) {
    List<Place> places = runs.getOrDefault(step.number(), List.of());
    return index < places.size() ? places.get(index) : step.place();
  }
}
