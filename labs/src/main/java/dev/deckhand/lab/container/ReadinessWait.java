package dev.deckhand.lab.container;

import dev.deckhand.lab.LabFault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for a container to be ready, and stops waiting when it dies or nobody wants it any more.
 */
public final class ReadinessWait {

  private final String container;
  private final CompletableFuture<Void> end;

  /**
   * @param end completes exceptionally, with a {@link LabFault} or a cancellation, when waiting has
   *     no sense any more
   */
  ReadinessWait(String container, CompletableFuture<Void> end) {
    this.container = container;
    this.end = end;
  }

  /** The container's id. */
  public String container() {
    return container;
  }

  /** Waits a moment between two looks. */
  public void pause(Duration time) throws InterruptedException {
    try {
      await(end, time);
    } catch (TimeoutException over) {
      // look again
    }
  }

  /**
   * Waits until it is there.
   *
   * @throws TimeoutException if it takes too long
   */
  public <T> T awaitReady(CompletableFuture<T> ready, Duration limit)
      throws InterruptedException, TimeoutException {
    await(CompletableFuture.anyOf(ready, end), limit);
    return ready.join();
  }

  private static void await(CompletableFuture<?> future, Duration limit)
      throws InterruptedException, TimeoutException {
    try {
      future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}
