package dev.deckhand.workshop.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One thread that writes for all others. What waits while it commits is committed together next, so
 * that a room full of learners costs one sync of the disk and not one for each.
 */
final class WriteQueue implements AutoCloseable {

  private static final int LARGEST_BATCH = 256;

  private final Database database;
  private final BatchWriter writer;
  private final Duration patience;
  private final int capacity;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notEmpty = lock.newCondition();
  private final Condition notFull = lock.newCondition();
  private final Deque<PendingWrite<?>> waiting = new ArrayDeque<>();
  private boolean closed;

  /**
   * @param patience how long a write waits for its turn, and how long a batch is tried
   * @param capacity how many writes may wait
   */
  WriteQueue(Database database, Duration patience, int capacity) {
    this.database = database;
    this.writer = new BatchWriter(database, patience);
    this.patience = patience;
    this.capacity = capacity;
    this.thread = Thread.ofPlatform().daemon().name("workshop-store").start(this::work);
  }

  /**
   * Writes, and returns when it's on the disk.
   *
   * @throws StoreUnavailable if that isn't possible, or takes too long to begin
   */
  <T> T write(String workshop, Work<T> work) throws StoreUnavailable {
    var write = new PendingWrite<>(workshop, work, System.nanoTime() + patience.toNanos());
    enqueue(write);
    return write.await();
  }

  /** How many writes wait for their turn. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private void enqueue(PendingWrite<?> write) throws StoreUnavailable {
    boolean interrupted = false;
    lock.lock();
    try {
      while (!closed && waiting.size() >= capacity && !write.isTooLate()) {
        try {
          // the writer may be stuck, and then signals nothing: looks at the clock again
          notFull.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ignored) {
          interrupted = true;
        }
      }
      if (closed) {
        throw new StoreUnavailable("The database is closed.");
      }
      if (waiting.size() >= capacity) {
        throw tooSlow();
      }
      waiting.add(write);
      notEmpty.signal();
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static StoreUnavailable tooSlow() {
    return new StoreUnavailable(
        "The database is too slow, or doesn't answer. Nothing was stored. Next: try it again.");
  }

  private void work() {
    try {
      for (List<PendingWrite<?>> batch = next(); !batch.isEmpty(); batch = next()) {
        var inTime = new ArrayList<PendingWrite<?>>();
        for (PendingWrite<?> write : batch) {
          if (write.isTooLate()) {
            write.fail(database, tooSlow());
          } else {
            inTime.add(write);
          }
        }
        if (!inTime.isEmpty()) {
          writer.write(inTime);
        }
      }
    } finally {
      writer.close();
      refuseAll();
    }
  }

  /** What waits, up to a batch; empty when the queue is closed and all is written. */
  private List<PendingWrite<?>> next() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        notEmpty.awaitUninterruptibly();
      }
      var batch = new ArrayList<PendingWrite<?>>();
      while (!waiting.isEmpty() && batch.size() < LARGEST_BATCH) {
        batch.add(waiting.remove());
      }
      notFull.signalAll();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Nobody waits for a thread that has ended. */
  private void refuseAll() {
    lock.lock();
    try {
      closed = true;
      waiting.forEach(write -> write.fail(database, tooSlow()));
      waiting.clear();
      notFull.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      notEmpty.signalAll();
      notFull.signalAll();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException ignored) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
