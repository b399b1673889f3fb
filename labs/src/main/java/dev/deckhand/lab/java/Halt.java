package dev.deckhand.lab.java;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C for one run: asks it to stop, again and again, and ends its process where that does not
 * help.
 */
final class Halt {

  /** How long a snippet has to stop. */
  static final Duration GRACE = Duration.ofSeconds(2);

  private static final Duration APART = Duration.ofMillis(100);

  private final Runnable stop;
  private final Runnable kill;
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicBoolean asked = new AtomicBoolean();
  private volatile boolean killed;

  Halt(Runnable stop, Runnable kill) {
    this.stop = stop;
    this.kill = kill;
  }

  /** Stops it; returns at once. */
  void ask() {
    if (asked.compareAndSet(false, true)) {
      // two threads: asking may itself wait for a process that does not answer
      Thread.ofPlatform().daemon().name("java-stop").start(() -> await(APART, stop, true));
      Thread.ofPlatform().daemon().name("java-kill").start(() -> await(GRACE, this::kill, false));
    }
  }

  private void kill() {
    killed = true;
    kill.run();
  }

  private void await(Duration pause, Runnable then, boolean atOnce) {
    try {
      if (atOnce) {
        then.run();
      }
      while (!over.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        then.run();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The run is over: nothing is done to what comes after it. */
  void over() {
    over.countDown();
  }

  boolean asked() {
    return asked.get();
  }

  /** Whether the process had to be ended. */
  boolean killed() {
    return killed;
  }
}
