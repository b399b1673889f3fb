package dev.deckhand.shell.repl;

import dev.deckhand.session.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What Ctrl-C means while nothing runs: the first takes back what waits, the second leaves. */
final class Impatience {

  /** A second Ctrl-C within that time leaves. */
  private static final Duration TWICE = Duration.ofSeconds(2);

  private final Clock clock;
  private Instant last = Instant.EPOCH;

  Impatience(Clock clock) {
    this.clock = clock;
  }

  /** Takes a Ctrl-C, and says what it means to the session. */
  synchronized Message pressed() {
    Instant now = clock.instant();
    boolean again = Duration.between(last, now).compareTo(TWICE) < 0;
    last = now;
    return again ? new Message.InputEnded(now) : new Message.Interrupted(now);
  }
}
