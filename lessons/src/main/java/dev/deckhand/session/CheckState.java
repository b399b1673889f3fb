package dev.deckhand.session;

import dev.deckhand.check.Check;
import dev.deckhand.check.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A check and its state.
 *
 * @param passingSince since when it has passed without interruption; null while it fails
 * @param broken whether it is a fatal invariant that has failed
 * @param heldLastTime whether {@link #holds} was true when it was last judged
 */
public record CheckState(
    Check check,
    Verdict verdict,
    @Nullable Instant passingSince,
    boolean broken,
    boolean heldLastTime) {

  /** A check that has not been judged yet. */
  public static CheckState initial(Check check) {
    return new CheckState(
        check, new Verdict.Undecided("Still looking.", "Wait a moment."), null, false, false);
  }

  /** The same check, which had broken before. */
  CheckState asBroken() {
    return new CheckState(check, verdict, null, true, false);
  }

  /** The same check after another judgement. */
  public CheckState withVerdict(Verdict next, Instant at) {
    boolean passes = next instanceof Verdict.Passed;
    boolean fails = next instanceof Verdict.Failed;
    Instant since = passes ? (passingSince == null ? at : passingSince) : null;
    boolean broke = broken || (fails && check.role() == Check.Role.FATAL);
    var state = new CheckState(check, next, since, broke, false);
    return new CheckState(check, next, since, broke, state.holds(at));
  }

  /** Whether it passes, but not for its hold time yet. */
  boolean isHoldPending(Instant now) {
    return !broken && passingSince != null && !holds(now);
  }

  /** Whether it has passed for its hold time. */
  public boolean holds(Instant now) {
    return !broken
        && passingSince != null
        && Duration.between(passingSince, now).compareTo(check.hold()) >= 0;
  }
}
