package dev.deckhand.check;

import dev.deckhand.check.diagnostic.SourcePosition;
import java.time.Duration;
import java.util.List;

/**
 * An expected state, with the name that the learner sees.
 *
 * @param id unique in its lesson: the step's number and the check's own, {@code 2.1}
 * @param title the name that the learner sees
 * @param expectations all of them must hold
 * @param within how long a lesson test waits for it; a learner may take any time
 * @param hold how long it must hold without a break; zero for a moment
 * @param absent whether the objects must not exist, instead of exist
 * @param weight its share in a grade, 1 or more
 * @param hidden whether it is graded but not shown
 */
public record Check(
    String id,
    String title,
    List<Expectation> expectations,
    Role role,
    Duration within,
    Duration hold,
    boolean absent,
    CountConstraint count,
    int weight,
    boolean hidden,
    SourcePosition place) {

  /** How long a lesson test waits where an author says nothing. */
  public static final Duration DEFAULT_WITHIN = Duration.ofSeconds(30);

  public Check {
    expectations = List.copyOf(expectations);
    if (expectations.isEmpty()) {
      throw new IllegalArgumentException(place + ": a check without a document checks nothing");
    }
    if (weight < 1) {
      throw new IllegalArgumentException(place + ": a weight is 1 or more, not " + weight);
    }
  }

  /** What a check is for. */
  public enum Role {
    /** Red before the step, green after it. */
    GOAL,
    /** An invariant: holds before the step, and must hold at its end. */
    KEEP,
    /** An invariant that wants a reset once it is broken. */
    FATAL
  }
}
