package dev.deckhand.workshop.service;

import dev.deckhand.workshop.room.Workshop.Subscription;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Tells listeners of changes, together, at most ten times a second, and at least every ten seconds:
 * some things change with time alone. Thread-safe.
 */
final class ChangeNotifier implements AutoCloseable {

  private static final long INTERVAL_MILLIS = 100;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
  private final Thread thread = Thread.ofVirtual().name("room-changes").unstarted(this::run);
  private final Object lock = new Object();
  private boolean dirty;

  void start() {
    thread.start();
  }

  /** Something has changed. Returns at once. */
  void changed() {
    synchronized (lock) {
      dirty = true;
      lock.notifyAll();
    }
  }

  Subscription subscribe(Runnable listener) {
    // a listener that is added twice is told twice
    Runnable own = () -> listener.run();
    listeners.add(own);
    return () -> listeners.remove(own);
  }

  private void run() {
    try {
      while (true) {
        synchronized (lock) {
          long end = System.nanoTime() + LONGEST.toNanos();
          for (long left = LONGEST.toNanos(); !dirty && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(lock, left);
          }
          dirty = false;
        }
        listeners.forEach(Runnable::run);
        Thread.sleep(INTERVAL_MILLIS);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
