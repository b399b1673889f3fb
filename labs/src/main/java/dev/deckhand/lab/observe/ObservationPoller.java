package dev.deckhand.lab.observe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Looks again and again at what nobody tells the changes of: addresses, commands, files. */
public final class ObservationPoller implements AutoCloseable {

  /** Between the end of one look and the next: a learner does not notice it. */
  private static final Duration POLL_INTERVAL = Duration.ofMillis(700);

  private final java.util.List<Thread> threads;
  private volatile boolean closed;

  private ObservationPoller(
      Map<? extends Subject, Supplier<Observation>> looks, ObservationQueue observations) {
    this.threads =
        looks.entrySet().stream()
            .map(look ->
                Thread.ofVirtual()
                    .name("poll " + look.getKey().displayName())
                    .unstarted(() -> run(look.getKey(), look.getValue(), observations)))
            .toList();
  }

  /** Reports each subject now, and again when it has changed, until it is closed. */
  public static ObservationPoller of(
      Map<? extends Subject, Supplier<Observation>> looks, ObservationQueue observations) {
    var observationPoller = new ObservationPoller(looks, observations);
    observationPoller.threads.forEach(Thread::start);
    return observationPoller;
  }

  private void run(Subject subject, Supplier<Observation> look, ObservationQueue observations) {
    try {
      while (!closed) {
        Observation seen = look.get();
        if (!closed && !Thread.currentThread().isInterrupted()) {
          observations.add(subject, seen);
        }
        Thread.sleep(POLL_INTERVAL);
      }
    } catch (InterruptedException stopped) {
      // closed
    }
  }

  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
  }
}
