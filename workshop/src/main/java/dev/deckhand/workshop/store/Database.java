package dev.deckhand.workshop.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What differs between the databases that a workshop can be stored in. */
sealed interface Database extends AutoCloseable permits SqliteDatabase, PostgresDatabase {

  /** What a failed statement means for the transaction that it was in. */
  enum Fault {
    /** The connection is of no use any more; the transaction can be repeated on another one. */
    LOST,
    /** The transaction came too late or met another one; it can be repeated. */
    REPEATABLE,
    /** It would fail again. */
    FINAL
  }

  /** Connections for migrations. */
  DataSource migrationSource();

  /** Where the scripts of the migrations are on the class path. */
  String migrations();

  /** A connection on which one thread writes, in transactions that it begins and ends itself. */
  Connection openWriter() throws SQLException;

  /** A connection that can only read. */
  Connection openReader() throws SQLException;

  /**
   * Begins a transaction that writes a batch.
   *
   * @param batch numbers rise; a batch that is tried again keeps its number
   * @return false if this batch was committed before; then no transaction has begun
   */
  boolean begin(Connection connection, long batch) throws SQLException;

  /** What can be done after a failure. */
  Fault fault(SQLException failure);

  /** Says what is wrong, for people, without addresses and passwords. */
  StoreUnavailable explain(SQLException failure);

  /** Releases what isn't a connection. */
  @Override
  void close();
}
