package dev.deckhand.lab.docker;

import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls of an engine, several at a time: most of the time of a removal is spent on waiting. */
public final class ParallelCalls {

  /** More at a time wait for each other inside the engine. */
  private static final int AT_A_TIME = 8;

  private ParallelCalls() {}

  /** Makes all calls, also after one that failed; then throws what the first of those threw. */
  public static void run(Collection<Runnable> calls) {
    try (var pool =
        Executors.newFixedThreadPool(
            AT_A_TIME, Thread.ofVirtual().name("engine-calls-", 0).factory())) {
      for (Future<Object> done : pool.invokeAll(calls.stream().map(Executors::callable).toList())) {
        done.get();
      }
    } catch (InterruptedException stopped) {
      throw ApiUnavailable.interrupted(ApiServer.ENGINE, stopped);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}
