package dev.deckhand.lab.docker;

import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiUnavailable;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * Removes containers, and retries if the engine refuses.
 *
 * <p>A busy engine may refuse at first: it hasn't noticed yet that the container ended (500), a
 * mount is still in use (500), or the container is already being removed (409).
 */
public final class ContainerRemoval {

  private static final List<Duration> BACKOFF =
      List.of(
          Duration.ofMillis(200),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4));

  private ContainerRemoval() {}

  /**
   * Removes a container and its volumes, whether it runs or not. Does nothing if it doesn't exist.
   * Retries for up to 8 seconds; an interrupt ends that.
   *
   * @throws ApiError if it still refuses
   * @throws ApiUnavailable if it does not answer
   */
  public static void remove(EngineApi api, String id) {
    Iterator<Duration> pauses = BACKOFF.iterator();
    while (true) {
      try {
        api.delete("/containers/" + id + "?force=1&v=1");
        return;
      } catch (ApiError refusal) {
        if (!isTransient(refusal) || !pauses.hasNext() || !sleepUninterrupted(pauses.next())) {
          throw refusal;
        }
      }
    }
  }

  private static boolean isTransient(ApiError refusal) {
    return refusal.status() == 409 || refusal.status() >= 500;
  }

  private static boolean sleepUninterrupted(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
