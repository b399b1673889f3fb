package dev.deckhand.lab.java;

import java.time.Duration;
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
  private final CountDownLatch finished = new CountDownLatch(1);
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private volatile boolean killed;

  SnippetInterrupter(Runnable stop, Runnable kill) {
    this.stop = stop;
    this.kill = kill;
  }

  /** Stops it; returns at once. */
  void interrupt() {
    if (interrupted.compareAndSet(false, true)) {
      // two threads, since asking may block if the process doesn't answer
      Thread.ofPlatform()
          .daemon()
          .name("java-stop")
          .start(() -> repeatUntilFinished(RETRY_INTERVAL, stop, true));
      Thread.ofPlatform()
          .daemon()
          .name("java-kill")
          .start(() -> repeatUntilFinished(GRACE_PERIOD, this::kill, false));
    }
  }

  private void kill() {
    killed = true;
    kill.run();
  }

  private void repeatUntilFinished(Duration pause, Runnable then, boolean atOnce) {
    try {
      if (atOnce) {
        then.run();
      }
      while (!finished.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        then.run();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Call it when the run is over, so that the next one is left alone. */
  void finish() {
    finished.countDown();
  }

  boolean isInterrupted() {
    return interrupted.get();
  }

  /** Whether the process had to be killed. */
  boolean wasKilled() {
    return killed;
  }
}
