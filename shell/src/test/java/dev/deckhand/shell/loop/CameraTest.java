package dev.deckhand.shell.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Node;
import dev.deckhand.lab.Recorder;
import dev.deckhand.lab.Watch;
import dev.deckhand.session.Message;
import dev.deckhand.shell.loop.Camera.Patience;
import dev.deckhand.trace.Clue;
import dev.deckhand.trace.Exposure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CameraTest {

  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(50);

  private final Clock clock = Clock.systemUTC();
  private final Inbox inbox = new Inbox();
  private final FakeLab lab = new FakeLab();
  private final Recording recording = new Recording();

  /** A recorder that tells what a test gives it. */
  private static final class Recording implements Recorder {

    private final List<Clue> clues = new ArrayList<>();
    private final List<Consumer<Clue>> listeners = new ArrayList<>();

    synchronized void add(Clue clue) {
      clues.add(clue);
      listeners.forEach(listener -> listener.accept(clue));
    }

    @Override
    public synchronized Watch follow(Consumer<Clue> listener) {
      clues.forEach(listener);
      listeners.add(listener);
      return () -> {
        synchronized (this) {
          listeners.remove(listener);
        }
      };
    }

    synchronized boolean forgotten() {
      return listeners.isEmpty();
    }
  }

  private Camera camera(Duration still, Duration longest) {
    return new Camera(clock, inbox, new Patience(SHORT, SHORT, still, longest));
  }

  private static Clue asked(String verb, String name, Instant at) {
    return new Clue.Request(
        verb + name,
        "system:admin",
        "kubectl/v1",
        verb,
        "pods",
        "",
        "shop",
        name,
        at,
        at,
        200,
        "",
        false,
        new Node.Absent(),
        new Node.Absent());
  }

  private Message.Exposed next() throws InterruptedException {
    return (Message.Exposed) inbox.take();
  }

  private static Exposure.Taken taken(Message.Exposed exposed) {
    return (Exposure.Taken) exposed.exposure();
  }

  @Test
  void looksAtTheLastCommandAlone() throws InterruptedException {
    Camera camera = camera(SHORT, LONG);
    camera.begins("first");
    recording.add(asked("list", "", clock.instant()));
    camera.begins("second");
    recording.add(asked("get", "web", clock.instant()));
    lab.record(recording);

    camera.expose(lab, false);

    Message.Exposed exposed = next();
    assertThat(exposed.over()).isTrue();
    assertThat(taken(exposed).settled()).isTrue();
    assertThat(taken(exposed).trace().window().command()).isEqualTo("second");
    assertThat(taken(exposed).trace().acts())
        .extracting(act -> act.thing().name())
        .containsExactly("web");
    assertThat(recording.forgotten()).isTrue();
  }

  @Test
  void whatALessonsScriptDoesLaterIsNotTheCommands() throws InterruptedException {
    Camera camera = camera(SHORT, LONG);
    camera.begins("kubectl get pod web");
    recording.add(asked("get", "web", clock.instant()));
    camera.othersAct();
    recording.add(asked("get", "db", clock.instant().plusMillis(1)));
    lab.record(recording);

    camera.expose(lab, false);

    assertThat(taken(next()).trace().acts()).hasSize(1);
  }

  @Test
  void saysSoWhereItDoesNotSettle() throws InterruptedException {
    Camera camera = camera(LONG, SHORT);
    camera.begins("kubectl get pod web");
    recording.add(asked("get", "web", clock.instant()));
    lab.record(recording);

    camera.expose(lab, false);

    assertThat(taken(next()).settled()).isFalse();
  }

  @Test
  void saysWhyThereIsNothingToSee() throws InterruptedException {
    Camera camera = camera(SHORT, LONG);
    camera.begins("ls");
    camera.expose(null, false);
    camera.expose(lab, false);
    lab.record(recording);
    camera.forget();
    camera.expose(lab, false);

    assertThat(List.of(next().exposure(), next().exposure(), next().exposure()))
        .containsExactly(
            new Exposure.Blank(Exposure.Why.NO_LAB),
            new Exposure.Blank(Exposure.Why.NO_LAB),
            new Exposure.Blank(Exposure.Why.NO_COMMAND));
  }

  @Test
  void followsUntilItIsStopped() throws InterruptedException {
    Camera camera = camera(SHORT, LONG);
    camera.begins("kubectl get pods --watch &");
    lab.record(recording);
    Thread following = Thread.ofVirtual().start(() -> expose(camera));
    assertThat(taken(next()).trace().acts()).as("says that it follows").isEmpty();

    recording.add(asked("get", "web", clock.instant()));
    assertThat(taken(next()).trace().acts()).hasSize(1);
    recording.add(asked("get", "db", clock.instant()));
    Message.Exposed second = next();
    assertThat(second.told()).isEqualTo(1);
    assertThat(second.over()).isFalse();
    camera.stop();
    Message.Exposed last = next();

    assertThat(last.over()).isTrue();
    assertThat(last.told()).isEqualTo(2);
    following.join();
    assertThat(recording.forgotten()).isTrue();
  }

  private void expose(Camera camera) {
    try {
      camera.expose(lab, true);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
