package dev.deckhand.shell.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Judge;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.session.Update;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.shell.repl.edit.SampleSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterruptPolicyTest {

  private final Update update = new Update(new Judge(new CelEvaluator()));
  private final InterruptPolicy policy = new InterruptPolicy();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  /** A session whose step is being prepared. */
  private Session session = SampleSessions.showing("ls");

  @Test
  void pressedTwiceWhileTheLabIsWaitedForItLeaves() {
    assertThat(pressed()).isInstanceOf(Message.Interrupted.class);
    assertThat(pressed()).isInstanceOf(Message.InputEnded.class);
  }

  @Test
  void twoPressesFarApartDoNotLeave() {
    pressed();
    now = now.plus(Duration.ofSeconds(5));
    assertThat(pressed()).isInstanceOf(Message.Interrupted.class);
  }

  @Test
  void aBurstThatTakesALineBackNeverLeaves() {
    take(new Message.LineTyped(LearnerInputParser.parse("ls"), now));
    assertThat(session.phase()).extracting("command").isNotNull();

    for (int press = 0; press < 20; press++) {
      assertThat(pressed()).isInstanceOf(Message.Interrupted.class);
    }
    assertThat(session.phase()).extracting("command").isNull();
    assertThat(session.phase().isBusy()).as("the step is still being prepared").isTrue();

    now = now.plus(Duration.ofSeconds(5));
    pressed();
    assertThat(pressed()).as("a burst of its own").isInstanceOf(Message.InputEnded.class);
  }

  @Test
  void aBurstThatBeganWithACommandNeverLeaves() {
    take(new Message.StepPrepared(1, Map.of(), List.of(), now));
    take(new Message.LineTyped(LearnerInputParser.parse("sleep 30"), now));
    assertThat(session.phase().running()).isNotNull();

    for (int press = 0; press < 20; press++) {
      assertThat(pressed()).isInstanceOf(Message.Interrupted.class);
    }
  }

  /** Presses Ctrl-C a little later, and returns what the session gets to see. */
  private Message pressed() {
    now = now.plus(Duration.ofMillis(100));
    Message message = policy.interpret(new Message.Interrupted(now), session);
    take(message);
    return message;
  }

  private void take(Message message) {
    session = update.update(session, message).session();
  }
}
