package dev.deckhand.lab.probe;

import dev.deckhand.check.Observation;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.time.BoundedCall;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Looks at something that may never answer, and gives up after a while. */
final class TimedObservation {

  private static final String RETRY_ADVICE = "Wait a moment; if it stays so, type \"reset\".";

  private TimedObservation() {}

  /**
   * Returns what was seen; never throws. An interrupt stays marked.
   *
   * @param server who is asked, for telling who does not answer
   */
  static Observation observe(ApiServer server, Duration timeout, Callable<Observation> look) {
    try {
      return BoundedCall.run("probe", timeout, look);
    } catch (TimeoutException tooSlow) {
      return unreachable("The lab gave no answer within " + timeout.toSeconds() + " s.");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return unreachable("The lab was not asked: the session is ending.");
    } catch (ExecutionException failed) {
      return failed.getCause() instanceof ApiException || failed.getCause() instanceof IOException
          ? ApiUnavailable.of(server, failed.getCause()).observation()
          : unreachable("The lab could not be asked.");
    }
  }

  private static Observation.Unreachable unreachable(String reason) {
    return new Observation.Unreachable(reason, RETRY_ADVICE);
  }
}
