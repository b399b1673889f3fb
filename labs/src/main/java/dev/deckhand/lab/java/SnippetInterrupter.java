package dev.deckhand.lab.java;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ctrl-C for one run: asks it to stop repeatedly, and kills its process if that doesn't help. */
final class SnippetInterrupter {

  /** How long a snippet has to stop. */
  static final Duration GRACE_PERIOD = Duration.ofSeconds(2);

  private static final Duration RETRY_INTERVAL = Duration.ofMillis(100);

  private final Runnable stop;
  private final Runnable kill;
  private final Object stopping = new Object();
  private final Object killing = new Object();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private volatile boolean killed;

  SnippetInterrupter(Runnable stop, Runnable kill) {
    this.stop = stop;
    this.kill = kill;
  }

  /**
   * Stops it; returns at once. It's asked a moment later: a snippet that reads its input is ended
   * by that, and one that is stopped in the middle of a read may leave the connection to its
   * process out of step.
   */
  void interrupt() {
    if (interrupted.compareAndSet(false, true)) {
      // two threads, since asking may block if the process doesn't answer
      Thread.ofPlatform()
          .daemon()
          .name("java-stop")
          .start(() -> repeatUntilFinished(RETRY_INTERVAL, stopping, stop));
      Thread.ofPlatform()
          .daemon()
          .name("java-kill")
          .start(() -> repeatUntilFinished(GRACE_PERIOD, killing, this::kill));
    }
  }

  private void kill() {
    killed = true;
    kill.run();
  }

  private void repeatUntilFinished(Duration pause, Object lock, Runnable then) {
    try {
      while (!finished.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        runUnlessFinished(lock, then);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void runUnlessFinished(Object lock, Runnable then) {
    synchronized (lock) {
      if (finished.getCount() > 0) {
        then.run();
      }
    }
  }

  /**
   * Call it when the run is over. Waits for a stop that is under way: a late one would hit the next
   * run.
   */
  void finish() {
    for (Object lock : List.of(stopping, killing)) {
      synchronized (lock) {
        finished.countDown();
      }
    }
  }

  boolean isInterrupted() {
    return interrupted.get();
  }

  /** Whether the process had to be killed. */
  boolean wasKilled() {
    return killed;
  }
}
