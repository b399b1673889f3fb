package dev.deckhand.shell.repl;

import dev.deckhand.session.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What Ctrl-C means while nothing runs: the first takes back what waits, the second leaves. */
final class InterruptPolicy {

  /** A second Ctrl-C within that time leaves. */
  private static final Duration DOUBLE_PRESS = Duration.ofSeconds(2);

  private final Clock clock;
  private Instant last = Instant.EPOCH;

  InterruptPolicy(Clock clock) {
    this.clock = clock;
  }

  /** Takes a Ctrl-C, and says what it means to the session. */
  synchronized Message onInterrupt() {
    Instant now = clock.instant();
    boolean again = Duration.between(last, now).compareTo(DOUBLE_PRESS) < 0;
    last = now;
    return again ? new Message.InputEnded(now) : new Message.Interrupted(now);
  }
}
