package dev.deckhand.workshop.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches, each in one transaction. A write that fails takes only itself back. A batch whose
 * connection breaks is tried again, and not written twice even if only the answer to its commit was
 * lost. Used by one thread.
 */
final class BatchWriter implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Database database;
  private final Duration patience;
  private @Nullable Connection open;
  private long batches;

  /**
   * @param patience how long a batch is tried before its writes fail
   */
  BatchWriter(Database database, Duration patience) {
    this.database = database;
    this.patience = patience;
  }

  /** Writes a batch, and answers each of its callers. */
  void write(List<PendingWrite<?>> batch) {
    var sorted = new ArrayList<>(batch);
    sorted.sort(Comparator.comparing(PendingWrite::workshop));
    try {
      commit(sorted);
    } catch (SQLException | RuntimeException failure) {
      abandon();
      if (sorted.size() == 1 || isHopeless(failure)) {
        sorted.forEach(write -> write.fail(database, failure));
      } else {
        // the database took the whole transaction back, as SQLite does when its disk is full
        sorted.forEach(write -> write(List.of(write)));
      }
      return;
    } catch (Error broken) {
      sorted.forEach(write -> write.fail(database, new IllegalStateException(broken)));
      throw broken;
    }
    sorted.forEach(write -> write.settle(database));
  }

  /** Whether it would be in vain to try the writes one by one. */
  private boolean isHopeless(Exception failure) {
    return failure instanceof SQLException refused
        && database.fault(refused) != Database.Fault.FINAL;
  }

  private void commit(List<PendingWrite<?>> batch) throws SQLException {
    long number = ++batches;
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        Connection connection = connection();
        if (database.begin(connection, number)) {
          perform(connection, batch);
          execute(connection, "COMMIT");
        }
        return;
      } catch (SQLException failure) {
        switch (database.fault(failure)) {
          case LOST -> drop();
          case REPEATABLE -> abandon();
          case FINAL -> throw failure;
        }
        if (System.nanoTime() - deadline > 0) {
          throw failure;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private void perform(Connection connection, List<PendingWrite<?>> batch) throws SQLException {
    if (batch.size() == 1) {
      batch.getFirst().perform(connection);
      return;
    }
    for (PendingWrite<?> write : batch) {
      execute(connection, "SAVEPOINT one");
      try {
        write.perform(connection);
      } catch (SQLException refused) {
        if (database.fault(refused) != Database.Fault.FINAL) {
          throw refused;
        }
        takeBack(connection, write, refused);
      } catch (RuntimeException wrong) {
        takeBack(connection, write, wrong);
      }
      execute(connection, "RELEASE SAVEPOINT one");
    }
  }

  private static void takeBack(Connection connection, PendingWrite<?> write, Exception cause)
      throws SQLException {
    try {
      execute(connection, "ROLLBACK TO SAVEPOINT one");
    } catch (SQLException gone) {
      gone.addSuppressed(cause);
      throw gone;
    }
    write.spoil(cause);
  }

  private Connection connection() throws SQLException {
    Connection connection = open;
    if (connection == null) {
      connection = database.openWriter();
      open = connection;
    }
    return connection;
  }

  /** Ends a transaction without its changes. */
  private void abandon() {
    Connection connection = open;
    if (connection != null) {
      try {
        execute(connection, "ROLLBACK");
      } catch (SQLException ended) {
        // there's no transaction any more, or no connection; a new one is sure to have none
        drop();
      }
    }
  }

  private void drop() {
    Connection connection = open;
    open = null;
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException ignored) {
        // it was of no use anyway
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    drop();
  }
}
