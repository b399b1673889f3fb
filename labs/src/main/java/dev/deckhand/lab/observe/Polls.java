package dev.deckhand.lab.observe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Looks again and again at what nobody tells the changes of: addresses, commands, files. */
public final class Polls implements AutoCloseable {

  /** Between the end of one look and the next: a learner does not notice it. */
  private static final Duration PAUSE = Duration.ofMillis(700);

  private final java.util.List<Thread> threads;
  private volatile boolean closed;

  private Polls(Map<? extends Subject, Supplier<Observation>> looks, Sightings sightings) {
    this.threads =
        looks.entrySet().stream()
            .map(look ->
                Thread.ofVirtual()
                    .name("poll " + look.getKey().spoken())
                    .unstarted(() -> run(look.getKey(), look.getValue(), sightings)))
            .toList();
  }

  /** Reports each subject now, and again when it has changed, until it is closed. */
  public static Polls of(Map<? extends Subject, Supplier<Observation>> looks, Sightings sightings) {
    var polls = new Polls(looks, sightings);
    polls.threads.forEach(Thread::start);
    return polls;
  }

  private void run(Subject subject, Supplier<Observation> look, Sightings sightings) {
    try {
      while (!closed) {
        Observation seen = look.get();
        if (!closed && !Thread.currentThread().isInterrupted()) {
          sightings.saw(subject, seen);
        }
        Thread.sleep(PAUSE);
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
