package dev.deckhand.shell.grade;

import java.time.Duration;

/** The time that is left of a limit, on a clock that can't be set back. */
final class TimeBudget {

  private Duration left;

  TimeBudget(Duration limit) {
    this.left = limit;
  }

  /** What is left: zero or more. */
  Duration left() {
    return left;
  }

  boolean isSpent() {
    return left.isZero();
  }

  /** Takes off what was used. */
  void spend(Duration used) {
    left = used.compareTo(left) >= 0 ? Duration.ZERO : left.minus(used);
  }
}
