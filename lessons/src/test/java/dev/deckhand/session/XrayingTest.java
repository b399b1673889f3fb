package dev.deckhand.session;

import static dev.deckhand.session.Walk.lesson;
import static dev.deckhand.session.Walk.step;
import static dev.deckhand.session.Walk.wants;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.trace.Exposure;
import dev.deckhand.trace.Trace;
import dev.deckhand.trace.Window;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class XrayingTest {

  private static final Instant NOW = Instant.EPOCH;
  private static final Trace TRACE =
      new Trace(new Window("kubectl scale", NOW, Instant.MAX), List.of(), 0);
  private static final Exposure TAKEN = new Exposure.Taken(TRACE, true);

  private final Walk walk = new Walk(lesson(step(1, List.of(wants("1.1", 2)), List.of())));

  private Walk open() {
    walk.labReady().prepared(1);
    walk.effects();
    return walk;
  }

  @Test
  void isAWordOfTheShellAndSaysHowItIsMeant() {
    assertThat(Lines.read("xray")).isEqualTo(new Line.Xray(false));
    assertThat(Lines.read(" xray  live ")).isEqualTo(new Line.Xray(true));
    assertThat(Lines.read("xray --all")).isInstanceOf(Line.Misused.class);
    assertThat(Lines.read("./xray")).isInstanceOf(Line.Command.class);
  }

  @Test
  void theNextLineWaitsUntilItIsShown() {
    open().type("xray");
    assertThat(walk.session.busy()).isTrue();
    assertThat(walk.effects()).containsExactly(new Effect.Xray(false));

    walk.tell(new Message.Exposed(TAKEN, 0, true, NOW));

    assertThat(walk.session.busy()).isFalse();
    assertThat(walk.scenes()).containsExactly(new Scene.Xray(TAKEN, 0));
  }

  @Test
  void goesOnUntilCtrlC() {
    open().type("xray live");
    walk.effects();

    walk.tell(new Message.Exposed(TAKEN, 0, false, NOW));
    assertThat(walk.scenes()).containsExactly(new Scene.XrayNews(TRACE, 0));
    assertThat(walk.session.busy()).isTrue();

    walk.tell(new Message.Interrupted(NOW));
    assertThat(walk.effects()).containsExactly(new Effect.StopXray());
    assertThat(walk.session.busy()).as("until all is told").isTrue();

    walk.tell(new Message.Exposed(TAKEN, 3, true, NOW));
    assertThat(walk.scenes()).containsExactly(new Scene.Xray(TAKEN, 3));
    assertThat(walk.session.busy()).isFalse();
  }

  @Test
  void ctrlCStopsNoCommandThatWay() {
    open().type("sleep 9");
    walk.effects();

    walk.tell(new Message.Interrupted(NOW));

    assertThat(walk.effects()).isEmpty();
  }

  @Test
  void endsWithTheLab() {
    open().type("xray live");
    walk.effects();

    walk.tell(new Message.LabGone("gone", "reset", NOW));
    assertThat(walk.session.busy()).isFalse();
    assertThat(walk.effects()).contains(new Effect.StopXray());

    walk.tell(new Message.Exposed(TAKEN, 0, true, NOW));
    assertThat(walk.effects()).as("nobody waits for it any more").isEmpty();
  }

  @Test
  void saysSoWhereThereIsNothingToLookInto() {
    var reading = new Walk(lesson(Set.of(), step(1, List.of(), List.of())));
    reading.prepared(1).effects();
    reading.type("xray");
    assertThat(reading.scenes())
        .containsExactly(new Scene.Xray(new Exposure.Blank(Exposure.Why.NO_LAB), 0));

    walk.effects();
    walk.type("xray");
    assertThat(walk.scenes()).containsExactly(new Scene.Remark(Scene.Saying.PREPARING, ""));
    walk.tell(new Message.LabGone("gone", "reset", NOW)).effects();
    walk.type("xray");
    assertThat(walk.scenes()).containsExactly(new Scene.LabTrouble("gone", "reset"));
  }
}
