package dev.deckhand.lab.bench;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Looks at each subject at a steady beat, each on a thread of its own, spread over the beat. */
final class SubjectPoller implements AutoCloseable {

  private final List<Thread> threads;
  private volatile boolean closed;

  private SubjectPoller(
      Function<Subject, Observation> look,
      List<Subject> subjects,
      Duration period,
      BiConsumer<Subject, Observation> listener) {
    long beat = period.toNanos();
    long start = System.nanoTime();
    this.threads =
        IntStream.range(0, subjects.size())
            .mapToObj(i -> {
              long first = start + beat * i / subjects.size();
              return Thread.ofVirtual()
                  .unstarted(() -> run(look, subjects.get(i), first, beat, listener));
            })
            .toList();
  }

  static SubjectPoller start(
      Function<Subject, Observation> look,
      List<Subject> subjects,
      Duration period,
      BiConsumer<Subject, Observation> listener) {
    var subjectPoller = new SubjectPoller(look, subjects, period, listener);
    subjectPoller.threads.forEach(Thread::start);
    return subjectPoller;
  }

  private void run(
      Function<Subject, Observation> look,
      Subject subject,
      long first,
      long beat,
      BiConsumer<Subject, Observation> listener) {
    long next = first;
    while (!closed) {
      for (long wait = next - System.nanoTime();
          wait > 0 && !closed;
          wait = next - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      if (!closed) {
        listener.accept(subject, look.apply(subject));
      }
      // one that is late does not hurry to make up for it
      next = Math.max(next + beat, System.nanoTime());
    }
  }

  @Override
  public void close() {
    closed = true;
    threads.forEach(LockSupport::unpark);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
