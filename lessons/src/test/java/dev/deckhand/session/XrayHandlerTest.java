package dev.deckhand.session;

import static dev.deckhand.session.SessionDriver.check;
import static dev.deckhand.session.SessionDriver.lesson;
import static dev.deckhand.session.SessionDriver.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.trace.Trace;
import dev.deckhand.trace.TraceWindow;
import dev.deckhand.trace.XrayResult;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class XrayHandlerTest {

  private static final Instant NOW = Instant.EPOCH;
  private static final Trace TRACE =
      new Trace(new TraceWindow("kubectl scale", NOW, Instant.MAX), List.of(), 0);
  private static final XrayResult TAKEN = new XrayResult.Captured(TRACE, true);

  private final SessionDriver sessionDriver =
      new SessionDriver(lesson(step(1, List.of(check("1.1", 2)), List.of())));

  private SessionDriver open() {
    sessionDriver.labReady().stepPrepared(1);
    sessionDriver.effects();
    return sessionDriver;
  }

  @Test
  void isAWordOfTheShellAndSaysHowItIsMeant() {
    assertThat(LearnerInputParser.parse("xray")).isEqualTo(new LearnerInput.ShowXray(false));
    assertThat(LearnerInputParser.parse(" xray  live ")).isEqualTo(new LearnerInput.ShowXray(true));
    assertThat(LearnerInputParser.parse("xray --all"))
        .isInstanceOf(LearnerInput.InvalidUsage.class);
    assertThat(LearnerInputParser.parse("./xray")).isInstanceOf(LearnerInput.RunCommand.class);
  }

  @Test
  void theNextLineWaitsUntilItIsShown() {
    open().type("xray");
    assertThat(sessionDriver.session.phase().isBusy()).isTrue();
    assertThat(sessionDriver.effects()).containsExactly(new Effect.StartXray(false));

    sessionDriver.send(new Message.XrayCaptured(TAKEN, 0, true, NOW));

    assertThat(sessionDriver.session.phase().isBusy()).isFalse();
    assertThat(sessionDriver.displays()).containsExactly(new Display.XrayReport(TAKEN, 0));
  }

  @Test
  void goesOnUntilCtrlC() {
    open().type("xray live");
    sessionDriver.effects();

    sessionDriver.send(new Message.XrayCaptured(TAKEN, 0, false, NOW));
    assertThat(sessionDriver.displays()).containsExactly(new Display.XrayUpdate(TRACE, 0));
    assertThat(sessionDriver.session.phase().isBusy()).isTrue();

    sessionDriver.send(new Message.Interrupted(NOW));
    assertThat(sessionDriver.effects()).containsExactly(new Effect.StopXray());
    assertThat(sessionDriver.session.phase().isBusy()).as("until all is told").isTrue();

    sessionDriver.send(new Message.XrayCaptured(TAKEN, 3, true, NOW));
    assertThat(sessionDriver.displays()).containsExactly(new Display.XrayReport(TAKEN, 3));
    assertThat(sessionDriver.session.phase().isBusy()).isFalse();
  }

  @Test
  void ctrlCStopsNoCommandThatWay() {
    open().type("sleep 9");
    sessionDriver.effects();

    sessionDriver.send(new Message.Interrupted(NOW));

    assertThat(sessionDriver.effects()).isEmpty();
  }

  @Test
  void endsWithTheLab() {
    open().type("xray live");
    sessionDriver.effects();

    sessionDriver.send(new Message.LabUnavailable("gone", "reset", NOW));
    assertThat(sessionDriver.session.phase().isBusy()).isFalse();
    assertThat(sessionDriver.effects()).contains(new Effect.StopXray());

    sessionDriver.send(new Message.XrayCaptured(TAKEN, 0, true, NOW));
    assertThat(sessionDriver.effects()).as("nobody waits for it any more").isEmpty();
  }

  @Test
  void saysSoWhereThereIsNothingToLookInto() {
    var reading = new SessionDriver(lesson(Set.of(), step(1, List.of(), List.of())));
    reading.stepPrepared(1).effects();
    reading.type("xray");
    assertThat(reading.displays())
        .containsExactly(
            new Display.XrayReport(new XrayResult.Empty(XrayResult.EmptyReason.NO_LAB), 0));

    sessionDriver.effects();
    sessionDriver.type("xray");
    assertThat(sessionDriver.displays())
        .containsExactly(new Display.Notice(Display.NoticeKind.LAB_PREPARING, ""));
    sessionDriver.send(new Message.LabUnavailable("gone", "reset", NOW)).effects();
    sessionDriver.type("xray");
    assertThat(sessionDriver.displays())
        .containsExactly(new Display.LabUnavailable("gone", "reset"));
  }
}
