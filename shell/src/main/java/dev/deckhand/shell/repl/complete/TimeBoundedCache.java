package dev.deckhand.shell.repl.complete;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Caches answers that may take long, and waits for one only briefly. An answer that comes too late
 * is there for the next Tab.
 *
 * @param <K> the key of a question
 */
final class TimeBoundedCache<K, V> {

  private static final int MAX_ENTRIES = 200;

  private final Duration wait;
  private final Duration fresh;
  private final LongSupplier nanos;
  private final ConcurrentHashMap<K, PendingAnswer<V>> pending = new ConcurrentHashMap<>();

  /**
   * @param wait how long to wait for an answer
   * @param fresh how long an answer stays valid
   * @param nanos a monotonic clock, in nanoseconds
   */
  TimeBoundedCache(Duration wait, Duration fresh, LongSupplier nanos) {
    this.wait = wait;
    this.fresh = fresh;
    this.nanos = nanos;
  }

  /** The answer to a question, or the fallback if it fails or takes too long. */
  V get(K question, Callable<V> answer, V fallback) {
    if (pending.size() > MAX_ENTRIES) {
      pending.clear();
    }
    PendingAnswer<V> one =
        pending.compute(question, (_, old) -> old != null && !isStale(old) ? old : begin(answer));
    try {
      return one.task().get(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return fallback;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fallback;
    }
  }

  private boolean isStale(PendingAnswer<V> old) {
    return old.task().isDone() && nanos.getAsLong() - old.since() > fresh.toNanos();
  }

  private PendingAnswer<V> begin(Callable<V> answer) {
    var task = new FutureTask<>(answer);
    Thread.ofVirtual().name("completion").start(task);
    return new PendingAnswer<>(task, nanos.getAsLong());
  }

  private record PendingAnswer<V>(FutureTask<V> task, long since) {}
}
