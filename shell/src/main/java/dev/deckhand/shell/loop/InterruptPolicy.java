package dev.deckhand.shell.loop;

import dev.deckhand.session.Message;
import dev.deckhand.session.Phase;
import dev.deckhand.session.Session;
import java.time.Duration;
import java.time.Instant;

/**
 * The meaning of Ctrl-C while no line is being typed: it cancels a waiting command; pressed again
 * while the learner can only wait for the lab, it ends the session. A burst of presses that started
 * during a command, or that cancelled one, never ends the session.
 */
final class InterruptPolicy {

  /** Presses that follow each other this closely belong to one burst. */
  private static final Duration BURST = Duration.ofSeconds(2);

  private Instant last = Instant.EPOCH;
  private boolean mayLeave;

  /**
   * Replaces a Ctrl-C that ends the session by the end of the input; other messages pass unchanged.
   */
  Message interpret(Message message, Session session) {
    if (!(message instanceof Message.Interrupted(Instant at))) {
      return message;
    }
    boolean onlyWaits =
        session.phase().isBusy()
            && session.phase() instanceof Phase.Waiting waiting
            && waiting.command() == null
            && session.commandLine().prefilled().isEmpty();
    boolean first = Duration.between(last, at).compareTo(BURST) >= 0;
    last = at;
    if (first || !onlyWaits) {
      mayLeave = onlyWaits;
      return message;
    }
    return mayLeave ? new Message.InputEnded(at) : message;
  }
}
