package dev.deckhand.workshop.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A few connections that only read, opened when they are needed. Reads are tried again. */
final class ReaderPool implements AutoCloseable {

  private static final int CONNECTIONS = 4;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Database database;
  private final Duration patience;
  private final Semaphore free = new Semaphore(CONNECTIONS);
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * @param patience how long a read is tried
   */
  ReaderPool(Database database, Duration patience) {
    this.database = database;
    this.patience = patience;
  }

  /** Reads, if need be on another connection. */
  <T> T read(Work<T> query) throws StoreUnavailable {
    long deadline = System.nanoTime() + patience.toNanos();
    // an interrupt would break the connection, and be taken for a fault of the database
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        interrupted |= take(deadline);
        try {
          return readOnce(query);
        } catch (SQLException failure) {
          interrupted |= Thread.interrupted();
          if (closed.get()) {
            throw closed();
          }
          if (database.fault(failure) == Database.Fault.FINAL || System.nanoTime() - deadline > 0) {
            throw database.explain(failure);
          }
        } finally {
          free.release();
        }
        // the others are probably just as broken
        drain().forEach(ReaderPool::close);
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static StoreUnavailable closed() {
    return new StoreUnavailable("The database is closed.");
  }

  /** Waits until a connection may be used. Returns whether the thread was interrupted. */
  private boolean take(long deadline) throws StoreUnavailable {
    boolean interrupted = false;
    try {
      while (true) {
        if (closed.get()) {
          throw closed();
        }
        try {
          if (free.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            return interrupted;
          }
          throw new StoreUnavailable("The database is too slow. Next: try it again.");
        } catch (InterruptedException ignored) {
          interrupted = true;
        }
      }
    } catch (StoreUnavailable failure) {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      throw failure;
    }
  }

  private <T> T readOnce(Work<T> query) throws SQLException {
    Connection pooled = poll();
    Connection connection = pooled == null ? database.openReader() : pooled;
    boolean sound = false;
    try {
      T result = query.on(connection);
      sound = true;
      return result;
    } finally {
      if (!sound || !keep(connection)) {
        close(connection);
      }
    }
  }

  private @Nullable Connection poll() {
    synchronized (idle) {
      return idle.poll();
    }
  }

  private boolean keep(Connection connection) {
    synchronized (idle) {
      if (closed.get()) {
        return false;
      }
      idle.push(connection);
      return true;
    }
  }

  private List<Connection> drain() {
    synchronized (idle) {
      var all = new ArrayList<>(idle);
      idle.clear();
      return all;
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException ignored) {
      // nothing was changed on it
    }
  }

  /** Closes what isn't in use; a read that is going on ends first, and closes its own. */
  @Override
  public void close() {
    closed.set(true);
    drain().forEach(ReaderPool::close);
  }
}
