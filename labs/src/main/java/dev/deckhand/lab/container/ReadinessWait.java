package dev.deckhand.lab.container;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.time.Deadline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a container to be ready; stops when the container dies or the start is cancelled. */
public final class ReadinessWait {

  private final LabContainer container;
  private final CompletableFuture<Void> end;

  /**
   * @param end completes exceptionally, with a {@link LabFault} or a cancellation, when there is no
   *     point in waiting any longer
   */
  ReadinessWait(LabContainer container, CompletableFuture<Void> end) {
    this.container = container;
    this.end = end;
  }

  /** The container, which runs but isn't ready yet. */
  public LabContainer container() {
    return container;
  }

  /** Pauses between two attempts. */
  public void pause(Duration time) throws InterruptedException {
    try {
      await(end, time);
    } catch (TimeoutException over) {
      // the pause is over
    }
  }

  /**
   * Waits for a result.
   *
   * @throws TimeoutException if there is none at the deadline
   */
  public <T> T awaitReady(CompletableFuture<T> ready, Deadline deadline)
      throws InterruptedException, TimeoutException {
    await(CompletableFuture.anyOf(ready, end), deadline.remaining());
    return ready.join();
  }

  private static void await(CompletableFuture<?> future, Duration limit)
      throws InterruptedException, TimeoutException {
    try {
      future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}
