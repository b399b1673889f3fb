package dev.deckhand.lab.docker;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
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
    var task = new FutureTask<>(call);
    Thread thread = Thread.ofVirtual().name("engine-call").start(task);
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooSlow) {
      thread.interrupt();
      throw new EngineUnavailable("no answer within " + patience.toSeconds() + " s", tooSlow);
    } catch (InterruptedException stopped) {
      thread.interrupt();
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
