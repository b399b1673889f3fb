package dev.deckhand.lab.observe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.Watch;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Looks repeatedly at subjects whose changes nobody reports: addresses, commands, files. */
final class ObservationPoller implements Watch {

  /** From the end of one look to the next one: short enough not to be noticed. */
  private static final Duration POLL_INTERVAL = Duration.ofMillis(700);

  private final List<Thread> threads;
  private volatile boolean closed;

  private <S extends Subject> ObservationPoller(
      Collection<S> subjects, Function<S, Observation> look, BiConsumer<S, Observation> listener) {
    this.threads =
        subjects.stream()
            .map(subject ->
                Thread.ofVirtual()
                    .name("poll " + subject.displayName())
                    .unstarted(() -> run(subject, look, listener)))
            .toList();
  }

  /** Tells what each subject is, each on a thread of its own, until the poller is closed. */
  static <S extends Subject> ObservationPoller start(
      Collection<S> subjects, Function<S, Observation> look, BiConsumer<S, Observation> listener) {
    var poller = new ObservationPoller(subjects, look, listener);
    poller.threads.forEach(Thread::start);
    return poller;
  }

  private <S extends Subject> void run(
      S subject, Function<S, Observation> look, BiConsumer<S, Observation> listener) {
    try {
      while (!closed) {
        Observation seen = look.apply(subject);
        if (!closed && !Thread.currentThread().isInterrupted()) {
          listener.accept(subject, seen);
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
