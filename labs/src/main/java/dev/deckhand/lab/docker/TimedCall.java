package dev.deckhand.lab.docker;

import dev.deckhand.lab.time.BoundedCall;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Runs a call on a thread of its own and gives up on it in time: sockets know no timeout. */
final class TimedCall {

  private TimedCall() {}

  /**
   * Returns what the call returns.
   *
   * @throws EngineUnavailable if it takes longer, or this thread is interrupted (which stays
   *     marked)
   */
  static <T> T call(Duration patience, Callable<T> call) {
    try {
      return BoundedCall.run("engine-call", patience, call);
    } catch (TimeoutException tooSlow) {
      throw new EngineUnavailable("no answer within " + patience.toSeconds() + " s", tooSlow);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new EngineUnavailable("interrupted", stopped);
    } catch (ExecutionException failed) {
      throw switch (failed.getCause()) {
        case EngineApiError refusal -> refusal;
        case EngineUnavailable gone -> gone;
        case null -> new EngineUnavailable("no answer", failed);
        case Throwable other -> new EngineUnavailable(EngineUnavailable.summarize(other), other);
      };
    }
  }
}
