package dev.deckhand.lab.time;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call that runs on a virtual thread of its own, so that the caller can give up on it: sockets
 * and native code have no timeout of their own.
 */
public final class BoundedCall<T> {

  private final FutureTask<T> task;
  private final Thread thread;
  private final Deadline deadline;

  private BoundedCall(String name, Duration limit, Callable<T> call) {
    this.task = new FutureTask<>(call);
    this.deadline = Deadline.in(limit);
    this.thread = Thread.ofVirtual().name(name).start(task);
  }

  /**
   * Starts a call. The time limit runs from now.
   *
   * @param name the thread's
   */
  public static <T> BoundedCall<T> start(String name, Duration limit, Callable<T> call) {
    return new BoundedCall<>(name, limit, call);
  }

  /**
   * Runs a call and returns its result. The call's thread is interrupted when the time is up, and
   * when the caller is interrupted.
   *
   * @throws TimeoutException if it takes longer than the limit
   * @throws ExecutionException if the call fails; the cause is what it threw
   */
  public static <T> T run(String name, Duration limit, Callable<T> call)
      throws InterruptedException, TimeoutException, ExecutionException {
    BoundedCall<T> running = start(name, limit, call);
    try {
      return running.await();
    } catch (InterruptedException | TimeoutException givenUp) {
      running.thread.interrupt();
      throw givenUp;
    }
  }

  private T await() throws InterruptedException, TimeoutException, ExecutionException {
    return task.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Waits for the result until the deadline; returns a substitute if there is none by then or if
   * the call failed. A late call isn't interrupted: it may still have to clean up after itself.
   */
  public T resultOr(T substitute) throws InterruptedException {
    try {
      return await();
    } catch (TimeoutException | ExecutionException none) {
      return substitute;
    }
  }
}
