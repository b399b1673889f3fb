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
 */
public record CheckState(
    Check check, Verdict verdict, @Nullable Instant passingSince, boolean broken) {

  /** A check that nobody has looked at yet. */
  static CheckState unseen(Check check) {
    return new CheckState(
        check, new Verdict.Undecided("Still looking.", "Wait a moment."), null, false);
  }

  /** The same check after another look. */
  CheckState seen(Verdict next, Instant at) {
    boolean passes = next instanceof Verdict.Passed;
    boolean fails = next instanceof Verdict.Failed;
    Instant since = passes ? (passingSince == null ? at : passingSince) : null;
    return new CheckState(
        check, next, since, broken || (fails && check.role() == Check.Role.FATAL));
  }

  /** Whether it holds, and has for as long as it must. */
  public boolean holds(Instant now) {
    return !broken
        && passingSince != null
        && Duration.between(passingSince, now).compareTo(check.hold()) >= 0;
  }
}
