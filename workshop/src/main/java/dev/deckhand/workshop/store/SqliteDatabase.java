package dev.deckhand.workshop.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/** A file of SQLite, with a log beside it, so that readers never wait for the writer. */
final class SqliteDatabase implements Database {

  private static final int BUSY_MILLIS = 5000;

  /** SQLite's extended codes have the basic one in their lowest byte. */
  private static final int BASIC_CODE = 0xff;

  private final DatabaseFile file;

  private SqliteDatabase(DatabaseFile file) {
    this.file = file;
  }

  /**
   * Opens the file, or creates it, and reads through it once.
   *
   * @throws StoreUnavailable if another process uses it, or it's damaged
   */
  static SqliteDatabase open(Path path) throws StoreUnavailable {
    var database = new SqliteDatabase(DatabaseFile.take(path));
    try (Connection connection = database.openWriter();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("PRAGMA quick_check(1)")) {
      if (!found.next() || !"ok".equals(found.getString(1))) {
        throw new SQLException("quick_check found damage", "", SQLiteErrorCode.SQLITE_CORRUPT.code);
      }
    } catch (SQLException | LinkageError failure) {
      database.close();
      throw failure instanceof SQLException refused
          ? new StoreUnavailable(
              database.explain(refused).getMessage() + " It is " + database.file.path() + ".",
              refused)
          : new StoreUnavailable(
              "SQLite can't be loaded. Next: let Java load libraries from its folder for temporary"
                  + " files.",
              failure);
    }
    return database;
  }

  @Override
  public DataSource migrationSource() {
    return source(false);
  }

  @Override
  public String migrations() {
    return "dev/deckhand/workshop/store/sqlite";
  }

  @Override
  public Connection openWriter() throws SQLException {
    Connection connection = source(false).getConnection();
    try (Statement statement = connection.createStatement()) {
      // on macOS, an ordinary sync leaves data in the drive's cache
      statement.execute("PRAGMA fullfsync = ON");
      return connection;
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  @Override
  public Connection openReader() throws SQLException {
    return source(true).getConnection();
  }

  private SQLiteDataSource source(boolean readOnly) {
    var config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    // the file is there, private; a new one wouldn't be
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    if (!readOnly) {
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    }
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.path());
    return source;
  }

  /** No commit is ever in doubt here: the writer hears of it from its own process. */
  @Override
  public boolean begin(Connection connection, long batch) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
    }
    return true;
  }

  @Override
  public Fault fault(SQLException failure) {
    return switch (code(failure)) {
      case SQLITE_BUSY, SQLITE_LOCKED -> Fault.REPEATABLE;
      default -> Fault.FINAL;
    };
  }

  private static SQLiteErrorCode code(SQLException failure) {
    return SQLiteErrorCode.getErrorCode(failure.getErrorCode() & BASIC_CODE);
  }

  @Override
  public StoreUnavailable explain(SQLException failure) {
    SQLiteErrorCode code = code(failure);
    String problem =
        switch (code) {
          case SQLITE_FULL ->
              "The disk is full, so that the database can't store anything. Next: make room.";
          case SQLITE_BUSY, SQLITE_LOCKED ->
              "Another program has locked the database. Next: close it.";
          case SQLITE_CORRUPT, SQLITE_NOTADB ->
              "The database's file is damaged, or isn't a database. Next: put a copy in its place, or"
                  + " name another file.";
          case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
              "The database's file can't be written. Next: look at its permissions.";
          case SQLITE_CANTOPEN ->
              "The database's file can't be opened. Next: look whether it's there, and at its"
                  + " permissions.";
          case SQLITE_IOERR -> "The disk failed to read or write the database's file.";
          case SQLITE_TOOBIG -> "The database refused a text that is too long.";
          default -> "The database refused a statement (" + code.name() + ").";
        };
    return new StoreUnavailable(problem, failure);
  }

  @Override
  public void close() {
    file.close();
  }
}
