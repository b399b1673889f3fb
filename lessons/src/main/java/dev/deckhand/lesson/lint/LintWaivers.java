package dev.deckhand.lesson.lint;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an author has said that a step does without, and why.
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

  /** Whether a step does without something. */
  public boolean has(int step, Waiver waiver) {
    return byStep.getOrDefault(step, Set.of()).contains(waiver);
  }

  /** What a step may do without. */
  public enum Waiver {
    NO_HINT("no-hint"),
    NO_DEBRIEF("no-debrief");

    private final String role;

    Waiver(String role) {
      this.role = role;
    }

    /** The waiver as it is written on a step. */
    public String role() {
      return role;
    }
  }
}
