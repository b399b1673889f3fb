package dev.deckhand.session;

import dev.deckhand.check.Check;
import dev.deckhand.check.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A check with what is known of it.
 *
 * @param passingSince since when it has passed without a break; null while it does not
 * @param broken whether it is a fatal invariant that did not hold at some moment
 * @param heldLastTime whether it held when it was last looked at: what holds long enough by the
 *     time alone is news as well
 */
public record CheckState(
    Check check,
    Verdict verdict,
    @Nullable Instant passingSince,
    boolean broken,
    boolean heldLastTime) {

  /** A check that nobody has looked at yet. */
  public static CheckState initial(Check check) {
    return new CheckState(
        check, new Verdict.Undecided("Still looking.", "Wait a moment."), null, false, false);
  }

  /** The same check, known to have broken before. */
  CheckState asBroken() {
    return new CheckState(check, verdict, null, true, false);
  }

  /** The same check after another look. */
  public CheckState withVerdict(Verdict next, Instant at) {
    boolean passes = next instanceof Verdict.Passed;
    boolean fails = next instanceof Verdict.Failed;
    Instant since = passes ? (passingSince == null ? at : passingSince) : null;
    boolean broke = broken || (fails && check.role() == Check.Role.FATAL);
    var state = new CheckState(check, next, since, broke, false);
    return new CheckState(check, next, since, broke, state.holds(at));
  }

  /** Whether it holds, and has not for as long as it must: time alone may make it good. */
  boolean isHoldPending(Instant now) {
    return !broken && passingSince != null && !holds(now);
  }

  /** Whether it holds, and has for as long as it must. */
  public boolean holds(Instant now) {
    return !broken
        && passingSince != null
        && Duration.between(passingSince, now).compareTo(check.hold()) >= 0;
  }
}
