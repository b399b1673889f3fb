package dev.deckhand.shell.loop;

import dev.deckhand.lab.Lab;
import dev.deckhand.lab.Recorder;
import dev.deckhand.lab.Watch;
import dev.deckhand.session.Message;
import dev.deckhand.trace.Clue;
import dev.deckhand.trace.Exposure;
import dev.deckhand.trace.Trace;
import dev.deckhand.trace.Window;
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

/** Takes X-rays: knows which command was the last, and waits until what it led to has settled. */
final class Camera {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final Clock clock;
  private final Inbox inbox;
  private final Patience patience;
  private volatile @Nullable Window window;
  private volatile boolean stopped;

  Camera(Clock clock, Inbox inbox) {
    this(clock, inbox, Patience.USUAL);
  }

  Camera(Clock clock, Inbox inbox, Patience patience) {
    this.clock = clock;
    this.inbox = inbox;
    this.patience = patience;
  }

  /**
   * How long to wait for what.
   *
   * @param first for the first clue: where nothing ever happened there is none
   * @param pause what is kept from before comes at once: a pause this long means that all is there
   * @param still how long nothing may happen before it counts as settled: a kubelet looks every
   *     second
   * @param longest for it to settle
   */
  record Patience(Duration first, Duration pause, Duration still, Duration longest) {

    static final Patience USUAL =
        new Patience(
            Duration.ofMillis(1500),
            Duration.ofMillis(300),
            Duration.ofMillis(2500),
            Duration.ofSeconds(12));
  }

  /** A command begins now: it is the one to look at. */
  void begins(String command) {
    window = new Window(command, clock.instant(), Instant.MAX);
  }

  /** A lesson's script acts in the learner's name from now on. */
  void othersAct() {
    Window open = window;
    if (open != null && open.until().equals(Instant.MAX)) {
      window = new Window(open.command(), open.began(), clock.instant());
    }
  }

  /** The lab is another one, or as good as new. */
  void forget() {
    window = null;
  }

  void stop() {
    stopped = true;
  }

  /** Tells what the last command led to, by messages; returns when no more is told. */
  void expose(@Nullable Lab lab, boolean live) throws InterruptedException {
    stopped = false;
    Optional<Recorder> recorder = lab == null ? Optional.empty() : lab.recorder();
    Window wanted = window;
    if (recorder.isEmpty()) {
      post(new Exposure.Blank(Exposure.Why.NO_LAB), 0, true);
    } else if (live) {
      Instant now = clock.instant();
      follow(recorder.get(), wanted == null ? new Window("", now, Instant.MAX) : wanted);
    } else if (wanted == null) {
      post(new Exposure.Blank(Exposure.Why.NO_COMMAND), 0, true);
    } else {
      look(recorder.get(), wanted);
    }
  }

  private void look(Recorder recorder, Window wanted) throws InterruptedException {
    Instant began = clock.instant();
    try (var evidence = new Evidence(recorder, began)) {
      while (true) {
        evidence.gather();
        Instant now = clock.instant();
        boolean late = stopped || Duration.between(began, now).compareTo(patience.longest()) >= 0;
        if (late || evidence.caughtUp(now)) {
          Trace trace = Trace.of(wanted, evidence.clues());
          boolean still = Duration.between(trace.last(), now).compareTo(patience.still()) >= 0;
          if (still || late) {
            post(new Exposure.Taken(trace, still), 0, true);
            return;
          }
        }
      }
    }
  }

  private void follow(Recorder recorder, Window wanted) throws InterruptedException {
    Trace told = new Trace(wanted, List.of(), 0);
    post(new Exposure.Taken(told, false), 0, false);
    try (var evidence = new Evidence(recorder, clock.instant())) {
      while (!stopped) {
        if (evidence.gather()) {
          Trace now = Trace.of(wanted, evidence.clues()).after(told);
          if (now.acts().size() > told.acts().size()) {
            post(new Exposure.Taken(now, false), told.acts().size(), false);
          }
          told = now;
        }
      }
    } finally {
      post(new Exposure.Taken(told, true), told.acts().size(), true);
    }
  }

  private void post(Exposure exposure, int told, boolean over) {
    inbox.post(new Message.Exposed(exposure, told, over, clock.instant()));
  }

  /** All that has come so far. */
  private final class Evidence implements AutoCloseable {

    private final BlockingQueue<Clue> coming = new LinkedBlockingQueue<>();
    private final List<Clue> clues = new ArrayList<>();
    private final Watch watch;
    private Instant last;

    Evidence(Recorder recorder, Instant now) {
      last = now;
      watch = recorder.follow(coming::add);
    }

    /** Waits a little for more; says whether any came. */
    boolean gather() throws InterruptedException {
      Clue first = coming.poll(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
      if (first == null) {
        return false;
      }
      clues.add(first);
      coming.drainTo(clues);
      last = clock.instant();
      return true;
    }

    boolean caughtUp(Instant now) {
      Duration pause = Duration.between(last, now);
      return pause.compareTo(clues.isEmpty() ? patience.first() : patience.pause()) >= 0;
    }

    List<Clue> clues() {
      return clues;
    }

    @Override
    public void close() {
      watch.close();
    }
  }
}
