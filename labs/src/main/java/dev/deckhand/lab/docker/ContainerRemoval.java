package dev.deckhand.lab.docker;

import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiUnavailable;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * Takes containers away, and does not give up at the first refusal.
 *
 * <p>A busy engine refuses for a while what it does a moment later: it was told to kill and has not
 * seen the end yet (500), a mount is still in use (500), or somebody removes it already (409).
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
   * Removes a container with its volumes, running or not; one that is not there is as good as
   * removed. Waits up to 8 seconds for an engine that refuses; an interrupt ends the waiting.
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
