package dev.deckhand.check;

import dev.deckhand.check.diagnostic.SourcePosition;
import java.time.Duration;
import java.util.List;

/**
 * An expected state, with the title that the learner sees.
 *
 * @param id unique in its lesson: the number of the step and that of the check, {@code 2.1}
 * @param expectations at least one; all of them must hold
 */
public record Check(
    String id,
    String title,
    List<Expectation> expectations,
    Settings settings,
    SourcePosition place) {

  /** How long a lesson test waits if the author sets no {@code within}. */
  public static final Duration DEFAULT_WITHIN = Duration.ofSeconds(30);

  public Check {
    expectations = List.copyOf(expectations);
    if (expectations.isEmpty()) {
      throw new IllegalArgumentException(place + ": a check needs at least one document");
    }
  }

  public Role role() {
    return settings.role;
  }

  public Duration within() {
    return settings.within;
  }

  public Duration hold() {
    return settings.hold;
  }

  public CountConstraint count() {
    return settings.count;
  }

  public int weight() {
    return settings.weight;
  }

  public boolean hidden() {
    return settings.hidden;
  }

  /** What a check is for. */
  public enum Role {
    /** Fails before the step and holds after it. */
    GOAL,
    /** An invariant: holds before the step and must hold at its end. */
    KEEP,
    /** An invariant that needs a reset once it is broken. */
    FATAL
  }

  /**
   * What the attributes and options of a check block say.
   *
   * @param within how long a lesson test waits for the check; a learner may take any time
   * @param hold how long the check must hold without a break; zero if once is enough
   * @param count how many objects must match
   * @param weight share of the grade, 1 or more
   * @param hidden whether the check is graded but not shown
   */
  public record Settings(
      Role role,
      Duration within,
      Duration hold,
      CountConstraint count,
      int weight,
      boolean hidden) {

    /** A goal without attributes. */
    public static final Settings DEFAULT =
        new Settings(Role.GOAL, DEFAULT_WITHIN, Duration.ZERO, CountConstraint.ANY, 1, false);

    public Settings {
      if (weight < 1) {
        throw new IllegalArgumentException("the weight of a check must be 1 or more: " + weight);
      }
    }
  }
}
