package dev.deckhand.lesson.lint;

import dev.deckhand.lesson.Keyword;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rules that an author has waived for some steps.
 *
 * @param byStep by the step's number
 */
public record LintWaivers(Map<Integer, Set<Waiver>> byStep) {

  /** Nothing is waived. */
  public static final LintWaivers NONE = new LintWaivers(Map.of());

  public LintWaivers {
    byStep =
        byStep.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
  }

  /** Whether a step has a waiver. */
  public boolean has(int step, Waiver waiver) {
    return byStep.getOrDefault(step, Set.of()).contains(waiver);
  }

  /** What can be waived. */
  public enum Waiver implements Keyword {
    NO_HINT,
    NO_DEBRIEF
  }
}
