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
 * @param heldLastTime whether it had passed for its hold time when it was last judged, and the lab
 *     was seen to answer after that time
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
    return withVerdict(next, at, true);
  }

  /**
   * The same check after another judgement.
   *
   * @param verified whether the lab is known to answer now; a lab that is frozen reports no change,
   *     so time alone doesn't prove that a check held
   */
  CheckState withVerdict(Verdict next, Instant at, boolean verified) {
    boolean passes = next instanceof Verdict.Passed;
    boolean fails = next instanceof Verdict.Failed;
    Instant since = passes ? (passingSince == null ? at : passingSince) : null;
    boolean broke = broken || (fails && check.role() == Check.Role.FATAL);
    var state = new CheckState(check, next, since, broke, false);
    boolean counts = verified || heldLastTime || check.hold().isZero();
    return new CheckState(check, next, since, broke, counts && state.holds(at));
  }

  /** Whether it passes, but not for its hold time yet. */
  boolean isHoldPending() {
    return !broken && passingSince != null && !heldLastTime;
  }

  /** Whether its last observations have passed for its hold time. */
  public boolean holds(Instant now) {
    return !broken
        && passingSince != null
        && Duration.between(passingSince, now).compareTo(check.hold()) >= 0;
  }
}
