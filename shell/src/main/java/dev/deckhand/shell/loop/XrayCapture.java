package dev.deckhand.shell.loop;

import dev.deckhand.lab.Lab;
import dev.deckhand.lab.Recorder;
import dev.deckhand.lab.Watch;
import dev.deckhand.session.Message;
import dev.deckhand.trace.ActivityRecord;
import dev.deckhand.trace.Trace;
import dev.deckhand.trace.TraceWindow;
import dev.deckhand.trace.XrayResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Captures what the last command led to, and waits until that has settled. */
final class XrayCapture {

  private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

  private final Clock clock;
  private final Inbox inbox;
  private final CaptureTiming timing;
  private volatile @Nullable TraceWindow traceWindow;
  private volatile boolean stopped;

  XrayCapture(Clock clock, Inbox inbox) {
    this(clock, inbox, CaptureTiming.DEFAULT);
  }

  XrayCapture(Clock clock, Inbox inbox, CaptureTiming captureTiming) {
    this.clock = clock;
    this.inbox = inbox;
    this.timing = captureTiming;
  }

  /**
   * How long to wait.
   *
   * @param firstEventTimeout for the first event; there is none if nothing ever happened
   * @param catchUpPause earlier events arrive at once; a pause this long means that all are there
   * @param settleTime how long nothing may happen before it counts as settled; a kubelet polls
   *     every second
   * @param maxDuration how long it may take to settle
   */
  record CaptureTiming(
      Duration firstEventTimeout,
      Duration catchUpPause,
      Duration settleTime,
      Duration maxDuration) {

    static final CaptureTiming DEFAULT =
        new CaptureTiming(
            Duration.ofMillis(1500),
            Duration.ofMillis(300),
            Duration.ofMillis(2500),
            Duration.ofSeconds(12));
  }

  /** A command starts; from now on it is the last one. */
  void commandStarted(String command) {
    traceWindow = new TraceWindow(command, clock.instant(), Instant.MAX);
  }

  /** A lesson's script acts from now on, which is not part of what the command led to. */
  void scriptStarted() {
    TraceWindow open = traceWindow;
    if (open != null && open.end().equals(Instant.MAX)) {
      traceWindow = new TraceWindow(open.command(), open.start(), clock.instant());
    }
  }

  /** The lab is new or was reset. */
  void reset() {
    traceWindow = null;
  }

  void stop() {
    stopped = true;
  }

  /** Posts what the last command led to; returns after the last message. */
  void capture(@Nullable Lab lab, boolean live) throws InterruptedException {
    stopped = false;
    Optional<Recorder> recorder = lab == null ? Optional.empty() : lab.recorder();
    TraceWindow wanted = traceWindow;
    if (recorder.isEmpty()) {
      post(new XrayResult.Empty(XrayResult.EmptyReason.NO_LAB), 0, true);
    } else if (live) {
      Instant now = clock.instant();
      captureLive(recorder.get(), wanted == null ? new TraceWindow("", now, Instant.MAX) : wanted);
    } else if (wanted == null) {
      post(new XrayResult.Empty(XrayResult.EmptyReason.NO_COMMAND), 0, true);
    } else {
      captureOnce(recorder.get(), wanted);
    }
  }

  private void captureOnce(Recorder recorder, TraceWindow wanted) throws InterruptedException {
    Instant began = clock.instant();
    try (var eventCollector = new EventCollector(recorder, began)) {
      while (true) {
        eventCollector.poll();
        Instant now = clock.instant();
        boolean late = stopped || Duration.between(began, now).compareTo(timing.maxDuration()) >= 0;
        if (late || eventCollector.isCaughtUp(now)) {
          Trace trace = Trace.of(wanted, eventCollector.events());
          boolean still =
              Duration.between(trace.lastTime(), now).compareTo(timing.settleTime()) >= 0;
          if (still || late) {
            post(new XrayResult.Captured(trace, still), 0, true);
            return;
          }
        }
      }
    }
  }

  private void captureLive(Recorder recorder, TraceWindow wanted) throws InterruptedException {
    Trace told = new Trace(wanted, List.of(), 0);
    post(new XrayResult.Captured(told, false), 0, false);
    try (var eventCollector = new EventCollector(recorder, clock.instant())) {
      while (!stopped) {
        if (eventCollector.poll()) {
          Trace now = Trace.of(wanted, eventCollector.events()).continuing(told);
          if (now.events().size() > told.events().size()) {
            post(new XrayResult.Captured(now, false), told.events().size(), false);
          }
          told = now;
        }
      }
    } finally {
      post(new XrayResult.Captured(told, true), told.events().size(), true);
    }
  }

  private void post(XrayResult xrayResult, int told, boolean over) {
    inbox.post(new Message.XrayCaptured(xrayResult, told, over, clock.instant()));
  }

  /** Collects events. */
  private final class EventCollector implements AutoCloseable {

    private final BlockingQueue<ActivityRecord> queue = new LinkedBlockingQueue<>();
    private final List<ActivityRecord> events = new ArrayList<>();
    private final Watch watch;
    private Instant last;

    EventCollector(Recorder recorder, Instant now) {
      last = now;
      watch = recorder.follow(queue::add);
    }

    /** Waits briefly for events; returns whether any came. */
    boolean poll() throws InterruptedException {
      ActivityRecord first = queue.poll(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
      if (first == null) {
        return false;
      }
      events.add(first);
      queue.drainTo(events);
      last = clock.instant();
      return true;
    }

    boolean isCaughtUp(Instant now) {
      Duration pause = Duration.between(last, now);
      return pause.compareTo(events.isEmpty() ? timing.firstEventTimeout() : timing.catchUpPause())
          >= 0;
    }

    List<ActivityRecord> events() {
      return events;
    }

    @Override
    public void close() {
      watch.close();
    }
  }
}
