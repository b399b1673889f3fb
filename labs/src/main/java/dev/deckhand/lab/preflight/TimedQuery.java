package dev.deckhand.lab.preflight;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A question that is asked beside others, on a thread of its own, and given up on in time. */
final class TimedQuery<T> {

  private final FutureTask<T> task;
  private final long deadline;

  private TimedQuery(FutureTask<T> task, long end) {
    this.task = task;
    this.deadline = end;
  }

  static <T> TimedQuery<T> start(Duration patience, Callable<T> question) {
    var task = new FutureTask<>(question);
    var _ = Thread.ofVirtual().name("preflight").start(task);
    return new TimedQuery<>(task, System.nanoTime() + patience.toNanos());
  }

  /** Returns the answer, or another where none came in time. */
  T resultOr(T otherwise) throws InterruptedException {
    try {
      return task.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException tooSlow) {
      // it goes on by itself and cleans up after itself; nobody waits for it
      return otherwise;
    } catch (ExecutionException failed) {
      return otherwise;
    }
  }
}
