package dev.deckhand.workshop.ssh;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What waits to be sent to a client, up to a bound. Thread-safe. */
final class Backlog {

  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<byte[]> chunks = new ArrayDeque<>();
  private int size;
  private boolean dropped;
  private boolean closed;

  /**
   * @param capacity in bytes; one chunk may be larger if nothing else waits
   */
  Backlog(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Adds bytes, and waits for room. Where there's none in time, all that waits is dropped with it:
   * who is that slow gets the screen drawn anew.
   *
   * @return false if it was dropped, or the backlog is closed
   */
  boolean add(byte[] bytes, Duration patience) {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (!closed && size > 0 && size + bytes.length > capacity) {
        if (left <= 0) {
          drop();
          return false;
        }
        left = changed.awaitNanos(left);
      }
      if (closed) {
        return false;
      }
      append(bytes);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      drop();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void append(byte[] bytes) {
    if (bytes.length > 0) {
      chunks.add(bytes);
      size += bytes.length;
      changed.signalAll();
    }
  }

  private void drop() {
    chunks.clear();
    size = 0;
    dropped = true;
    changed.signalAll();
  }

  /**
   * Waits for bytes and takes some.
   *
   * @param max how many at most
   * @return empty if bytes before the next ones were dropped; null if all was taken and nothing
   *     comes any more
   */
  byte @Nullable [] take(int max) {
    lock.lock();
    try {
      while (chunks.isEmpty() && !dropped && !closed) {
        changed.awaitUninterruptibly();
      }
      if (dropped) {
        dropped = false;
        return new byte[0];
      }
      byte[] first = chunks.poll();
      if (first == null) {
        return null;
      }
      if (first.length > max) {
        chunks.addFirst(Arrays.copyOfRange(first, max, first.length));
        first = Arrays.copyOf(first, max);
      }
      size -= first.length;
      changed.signalAll();
      return first;
    } finally {
      lock.unlock();
    }
  }

  /** Adds last bytes, also where there's no room. */
  void finish(byte[] bytes) {
    lock.lock();
    try {
      if (!closed) {
        append(bytes);
        close();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Drops all, and takes no more. */
  void abort() {
    lock.lock();
    try {
      chunks.clear();
      size = 0;
      dropped = false;
      close();
    } finally {
      lock.unlock();
    }
  }

  private void close() {
    closed = true;
    changed.signalAll();
  }
}
