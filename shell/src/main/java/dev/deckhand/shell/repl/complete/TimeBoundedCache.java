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
 * Asks questions that may take long, and waits a little. An answer that comes too late is kept for
 * a short while: the next Tab has it.
 *
 * @param <K> what tells questions apart
 */
final class TimeBoundedCache<K, V> {

  private static final int MAX_ENTRIES = 200;

  private final Duration wait;
  private final Duration fresh;
  private final LongSupplier nanos;
  private final ConcurrentHashMap<K, PendingAnswer<V>> pending = new ConcurrentHashMap<>();

  /**
   * @param wait how long an answer is waited for
   * @param fresh how long it counts
   * @param nanos a clock that only runs forward
   */
  TimeBoundedCache(Duration wait, Duration fresh, LongSupplier nanos) {
    this.wait = wait;
    this.fresh = fresh;
    this.nanos = nanos;
  }

  /** The answer to a question; what stands in for it where none comes in time. */
  V get(K question, Callable<V> answer, V otherwise) {
    if (pending.size() > MAX_ENTRIES) {
      pending.clear();
    }
    PendingAnswer<V> one =
        pending.compute(question, (_, old) -> old != null && !isStale(old) ? old : begin(answer));
    try {
      return one.task().get(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException later) {
      return otherwise;
    } catch (ExecutionException failed) {
      return otherwise;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return otherwise;
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
