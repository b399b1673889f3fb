package dev.deckhand.workshop.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A write whose caller waits until it's committed. */
final class PendingWrite<T> {

  private final String workshop;
  private final Work<T> work;
  private final long deadline;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private @Nullable T result;
  private @Nullable Exception failure;

  /**
   * @param workshop whose rows are written; writes of a batch are sorted by it, so that two
   *     processes never wait for each other's locks
   * @param deadline in nanoseconds of {@code System.nanoTime()}: it isn't begun after that
   */
  PendingWrite(String workshop, Work<T> work, long deadline) {
    this.workshop = workshop;
    this.work = work;
    this.deadline = deadline;
  }

  String workshop() {
    return workshop;
  }

  boolean isTooLate() {
    return System.nanoTime() - deadline > 0;
  }

  /** Runs the statements, and keeps the result until the commit. */
  void perform(Connection connection) throws SQLException {
    failure = null;
    result = work.on(connection);
  }

  /** Keeps a failure of this write alone until the commit of the others. */
  void spoil(Exception cause) {
    failure = cause;
  }

  /** Answers the caller after the commit. */
  void settle(Database database) {
    Exception cause = failure;
    if (cause != null) {
      fail(database, cause);
    } else {
      answer.complete(Objects.requireNonNull(result));
    }
  }

  /** Answers the caller that nothing was written. */
  void fail(Database database, Exception cause) {
    answer.completeExceptionally(
        cause instanceof SQLException refused ? database.explain(refused) : cause);
  }

  /**
   * Waits for the commit. An interrupt doesn't end the wait: whether the write is stored would stay
   * unknown.
   */
  T await() throws StoreUnavailable {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case StoreUnavailable unavailable -> throw unavailable;
        case RuntimeException wrong -> throw wrong;
        case null, default -> throw failed;
      }
    }
  }
}
