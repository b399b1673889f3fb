package dev.deckhand.workshop.web.live;

import dev.deckhand.workshop.room.RoomState;
import dev.deckhand.workshop.room.SeatActivity;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.Workshop;
import dev.deckhand.workshop.web.view.RoomSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a workshop once after changes, for all who watch it: however many they are, and however
 * fast it changes, the workshop is asked a few times a second. Thread-safe.
 */
public final class RoomPulse implements AutoCloseable {

  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

  private final Workshop workshop;
  private final Duration pause;
  private final Workshop.Subscription subscription;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock looking = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private RoomSnapshot current;
  private boolean dirty;
  private boolean closed;

  /**
   * Looks at the workshop, and goes on doing so until it's closed.
   *
   * @param pause the least time between two looks
   */
  public RoomPulse(Workshop workshop, Duration pause) {
    this.workshop = workshop;
    this.pause = pause;
    this.current = new RoomSnapshot(1, workshop.room(), workshop.activities(), workshop.problems());
    this.subscription = workshop.onChange(this::markDirty);
    this.thread = Thread.ofVirtual().name("workshop-pulse").start(this::run);
    // what changed before the subscription
    markDirty();
  }

  /** The workshop as it was a moment ago. */
  public RoomSnapshot current() {
    lock.lock();
    try {
      return current;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a later state than one that was seen.
   *
   * @param number of the snapshot that was seen
   * @return a later snapshot, or the same one after this time, or null when all is over
   */
  public @Nullable RoomSnapshot after(long number, Duration patience) throws InterruptedException {
    long nanos = patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (!closed && current.number() <= number && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return closed ? null : current;
    } finally {
      lock.unlock();
    }
  }

  /** The workshop as it is now; as it was, if it doesn't answer. */
  public RoomSnapshot fresh() {
    look();
    return current();
  }

  private void markDirty() {
    lock.lock();
    try {
      dirty = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (awaitDirty()) {
        boolean seen = look();
        TimeUnit.NANOSECONDS.sleep((seen ? pause : AFTER_A_FAULT).toNanos());
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean awaitDirty() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!dirty && !closed) {
        changed.await();
      }
      dirty = false;
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** A workshop whose database is away is asked again later; the others see what was. */
  private boolean look() {
    // one at a time: a late look must not replace a later one
    looking.lock();
    try {
      var room = workshop.room();
      publish(room, workshop.activities(), workshop.problems());
      return true;
    } catch (RuntimeException fault) {
      markDirty();
      return false;
    } finally {
      looking.unlock();
    }
  }

  private void publish(
      RoomState room, Map<SeatId, SeatActivity> activities, List<String> problems) {
    lock.lock();
    try {
      current = new RoomSnapshot(current.number() + 1, room, activities, problems);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    subscription.close();
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    thread.interrupt();
  }
}
