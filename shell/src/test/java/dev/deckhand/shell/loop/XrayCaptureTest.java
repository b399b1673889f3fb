package dev.deckhand.shell.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.Recorder;
import dev.deckhand.lab.Watch;
import dev.deckhand.session.Message;
import dev.deckhand.shell.loop.XrayCapture.CaptureTiming;
import dev.deckhand.trace.ActivityRecord;
import dev.deckhand.trace.XrayResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class XrayCaptureTest {

  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(50);

  private final Clock clock = Clock.systemUTC();
  private final Inbox inbox = new Inbox();
  private final FakeLab lab = new FakeLab();
  private final Recording recording = new Recording();

  /** A recorder that tells what a test gives it. */
  private static final class Recording implements Recorder {

    private final List<ActivityRecord> activityRecords = new ArrayList<>();
    private final List<Consumer<ActivityRecord>> listeners = new ArrayList<>();

    synchronized void add(ActivityRecord activityRecord) {
      activityRecords.add(activityRecord);
      listeners.forEach(listener -> listener.accept(activityRecord));
    }

    @Override
    public synchronized Watch follow(Consumer<ActivityRecord> listener) {
      activityRecords.forEach(listener);
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

  private XrayCapture camera(Duration still, Duration longest) {
    return new XrayCapture(clock, inbox, new CaptureTiming(SHORT, SHORT, still, longest));
  }

  private static ActivityRecord asked(String verb, String name, Instant at) {
    return new ActivityRecord.ApiRequest(
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
        new DataNode.Absent(),
        new DataNode.Absent());
  }

  private Message.XrayCaptured next() throws InterruptedException {
    return (Message.XrayCaptured) inbox.take();
  }

  private static XrayResult.Captured taken(Message.XrayCaptured xrayCaptured) {
    return (XrayResult.Captured) xrayCaptured.capture();
  }

  @Test
  void looksAtTheLastCommandAlone() throws InterruptedException {
    XrayCapture xrayCapture = camera(SHORT, LONG);
    xrayCapture.commandStarted("first");
    recording.add(asked("list", "", clock.instant()));
    xrayCapture.commandStarted("second");
    recording.add(asked("get", "web", clock.instant()));
    lab.record(recording);

    xrayCapture.capture(lab, false);

    Message.XrayCaptured xrayCaptured = next();
    assertThat(xrayCaptured.finished()).isTrue();
    assertThat(taken(xrayCaptured).settled()).isTrue();
    assertThat(taken(xrayCaptured).trace().window().command()).isEqualTo("second");
    assertThat(taken(xrayCaptured).trace().events())
        .extracting(traceEvent -> traceEvent.object().name())
        .containsExactly("web");
    assertThat(recording.forgotten()).isTrue();
  }

  @Test
  void whatALessonsScriptDoesLaterIsNotTheCommands() throws InterruptedException {
    XrayCapture xrayCapture = camera(SHORT, LONG);
    xrayCapture.commandStarted("kubectl get pod web");
    recording.add(asked("get", "web", clock.instant()));
    xrayCapture.scriptStarted();
    recording.add(asked("get", "db", clock.instant().plusMillis(1)));
    lab.record(recording);

    xrayCapture.capture(lab, false);

    assertThat(taken(next()).trace().events()).hasSize(1);
  }

  @Test
  void saysSoWhereItDoesNotSettle() throws InterruptedException {
    XrayCapture xrayCapture = camera(LONG, SHORT);
    xrayCapture.commandStarted("kubectl get pod web");
    recording.add(asked("get", "web", clock.instant()));
    lab.record(recording);

    xrayCapture.capture(lab, false);

    assertThat(taken(next()).settled()).isFalse();
  }

  @Test
  void saysWhyThereIsNothingToSee() throws InterruptedException {
    XrayCapture xrayCapture = camera(SHORT, LONG);
    xrayCapture.commandStarted("ls");
    xrayCapture.capture(null, false);
    xrayCapture.capture(lab, false);
    lab.record(recording);
    xrayCapture.reset();
    xrayCapture.capture(lab, false);

    assertThat(List.of(next().capture(), next().capture(), next().capture()))
        .containsExactly(
            new XrayResult.Empty(XrayResult.EmptyReason.NO_LAB),
            new XrayResult.Empty(XrayResult.EmptyReason.NO_LAB),
            new XrayResult.Empty(XrayResult.EmptyReason.NO_COMMAND));
  }

  @Test
  void followsUntilItIsStopped() throws InterruptedException {
    XrayCapture xrayCapture = camera(SHORT, LONG);
    xrayCapture.commandStarted("kubectl get pods --watch &");
    lab.record(recording);
    Thread following = Thread.ofVirtual().start(() -> expose(xrayCapture));
    assertThat(taken(next()).trace().events()).as("says that it follows").isEmpty();

    recording.add(asked("get", "web", clock.instant()));
    assertThat(taken(next()).trace().events()).hasSize(1);
    recording.add(asked("get", "db", clock.instant()));
    Message.XrayCaptured second = next();
    assertThat(second.shownBefore()).isEqualTo(1);
    assertThat(second.finished()).isFalse();
    xrayCapture.stop();
    Message.XrayCaptured last = next();

    assertThat(last.finished()).isTrue();
    assertThat(last.shownBefore()).isEqualTo(2);
    following.join();
    assertThat(recording.forgotten()).isTrue();
  }

  private void expose(XrayCapture xrayCapture) {
    try {
      xrayCapture.capture(lab, true);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
