package dev.deckhand.workshop.web.socket;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * How many bytes may be on their way to a browser that hasn't shown them yet. Without that, buffers
 * on the way would hold what a learner sees minutes later, long after Ctrl-C. The window grows
 * while a browser is fast, and shrinks for one that's slow. Thread-safe.
 */
final class AckWindow {

  /** The least and the first size, in bytes. */
  static final int LEAST = 16 * 1024;

  /** The greatest size, in bytes. */
  static final int MOST = 256 * 1024;

  private static final long FAST_NANOS = TimeUnit.MILLISECONDS.toNanos(700);
  private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Duration patience;
  private final LongSupplier nanoTime;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long sent;
  private long acknowledged;
  private int size = 2 * LEAST;
  private long sampleEnd;
  private long sampleSince;
  private boolean closed;

  /**
   * @param patience how long a browser may say nothing while something waits
   */
  AckWindow(Duration patience, LongSupplier nanoTime) {
    this.patience = patience;
    this.nanoTime = nanoTime;
  }

  /**
   * Waits until bytes may be sent, and counts them as sent.
   *
   * @param bytes 1 to {@link #LEAST}
   * @throws IOException if the browser acknowledges nothing for too long, or is gone
   */
  void take(int bytes) throws IOException {
    if (bytes < 1 || bytes > LEAST) {
      throw new IllegalArgumentException("a piece has 1 to " + LEAST + " bytes: " + bytes);
    }
    lock.lock();
    try {
      awaitPlace(bytes);
      sent += bytes;
      if (sampleEnd <= acknowledged) {
        sampleEnd = sent;
        sampleSince = nanoTime.getAsLong();
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new IOException("the terminal ends", ending);
    } finally {
      lock.unlock();
    }
  }

  private void awaitPlace(int bytes) throws IOException, InterruptedException {
    long seen = acknowledged;
    long nanos = patience.toNanos();
    while (!closed && sent - acknowledged + bytes > size) {
      if (nanos <= 0) {
        throw new IOException("the browser has shown nothing for " + patience.toSeconds() + " s");
      }
      nanos = changed.awaitNanos(nanos);
      if (acknowledged > seen) {
        seen = acknowledged;
        nanos = patience.toNanos();
      }
    }
    if (closed) {
      throw new IOException("the browser is gone");
    }
  }

  /**
   * The browser has shown bytes.
   *
   * @param total all that it has shown since the connection was opened
   * @return whether that can be; false for one that has shown what wasn't sent
   */
  boolean acknowledge(long total) {
    lock.lock();
    try {
      if (total < acknowledged || total > sent) {
        return false;
      }
      acknowledged = total;
      if (acknowledged >= sampleEnd) {
        fit(nanoTime.getAsLong() - sampleSince);
      }
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void fit(long nanos) {
    if (nanos < FAST_NANOS) {
      size = Math.min(MOST, size * 2);
    } else if (nanos > SLOW_NANOS) {
      size = Math.max(LEAST, size / 2);
    }
  }

  /** The size now, in bytes. */
  int size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  /** Lets nobody wait any longer. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
