package dev.deckhand.workshop.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;

/**
 * Asks clients whether they're there, and ends the connections of those that don't answer. (MINA's
 * own heartbeat asks only from the client's side.)
 */
final class KeepAlive {

  /** Every client answers it, if only that it doesn't know it. */
  private static final String QUESTION = "keepalive@openssh.com";

  /** Questions without an answer, after which a client is gone. */
  private static final int UNANSWERED = 3;

  private static final AttributeKey<Pulse> PULSE = new AttributeKey<>();

  private final Duration interval;

  KeepAlive(Duration interval) {
    this.interval = interval;
  }

  /** What is known of a client. Changed by one thread, except for the counter. */
  private static final class Pulse {
    final AtomicInteger unanswered = new AtomicInteger();
    long asked = System.nanoTime();
  }

  /** Asks a client, if it's time. Called by one thread. */
  void check(Session session) {
    Pulse pulse = session.computeAttributeIfAbsent(PULSE, _ -> new Pulse());
    long now = System.nanoTime();
    if (pulse == null || now - pulse.asked < interval.toNanos()) {
      return;
    }
    if (pulse.unanswered.getAndIncrement() >= UNANSWERED) {
      session.close(true);
      return;
    }
    pulse.asked = now;
    try {
      Buffer question = session.createBuffer(SshConstants.SSH_MSG_GLOBAL_REQUEST);
      question.putString(QUESTION);
      question.putBoolean(true);
      session.request(question, QUESTION, (_, _) -> pulse.unanswered.set(0));
    } catch (IOException gone) {
      session.close(true);
    }
  }
}
