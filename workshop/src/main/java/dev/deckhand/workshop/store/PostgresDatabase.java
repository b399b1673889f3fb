package dev.deckhand.workshop.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database on a PostgreSQL server, which several processes may use at once. */
final class PostgresDatabase implements Database {

  /** The schema that has the tables, so that a database of other programs can be used. */
  static final String SCHEMA = "deckhand";

  private static final int CONNECT_SECONDS = 5;
  private static final int ANSWER_SECONDS = 15;

  /** Shorter than the wait for an answer, so that the server ends what the client gives up. */
  private static final String LIMITS =
      "SET statement_timeout = '10s'; SET lock_timeout = '8s';"
          + " SET idle_in_transaction_session_timeout = '10s'";

  private static final String KNOWN_BATCH =
      """
      INSERT INTO writer AS known (id, batch, seen_at) VALUES (?, ?, now())
      ON CONFLICT (id) DO UPDATE SET batch = excluded.batch, seen_at = excluded.seen_at
      WHERE known.batch < excluded.batch
      """;

  /** Deadlock, failed serialization, a lock or a statement that took too long. */
  private static final Set<String> REPEATABLE = Set.of("40P01", "40001", "55P03", "57014");

  private final DatabaseAddress.PostgresServer server;
  private final UUID writer = UUID.randomUUID();

  PostgresDatabase(DatabaseAddress.PostgresServer server) {
    this.server = server;
  }

  @Override
  public DataSource migrationSource() {
    return source();
  }

  @Override
  public String migrations() {
    return "dev/deckhand/workshop/store/postgresql";
  }

  private PGSimpleDataSource source() {
    var source = new PGSimpleDataSource();
    // what the address says of times goes before
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(ANSWER_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    source.setTcpKeepAlive(true);
    source.setApplicationName("deckhand workshop");
    source.setURL(server.url());
    server.user().ifPresent(source::setUser);
    server.password().ifPresent(source::setPassword);
    source.setCurrentSchema(SCHEMA);
    return source;
  }

  @Override
  public Connection openWriter() throws SQLException {
    return prepared(LIMITS, true);
  }

  @Override
  public Connection openReader() throws SQLException {
    return prepared(LIMITS + "; SET default_transaction_read_only = on", false);
  }

  private Connection prepared(String settings, boolean writes) throws SQLException {
    Connection connection = source().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(settings);
      if (writes) {
        makeDurable(statement);
      }
      return connection;
    } catch (SQLException | RuntimeException failure) {
      connection.close();
      throw failure;
    }
  }

  /** A commit waits for the disk, also where the server is set not to; it may wait for more. */
  private static void makeDurable(Statement statement) throws SQLException {
    try (ResultSet setting = statement.executeQuery("SHOW synchronous_commit")) {
      if (setting.next() && !setting.getString(1).equals("off")) {
        return;
      }
    }
    statement.execute("SET synchronous_commit = on");
  }

  /**
   * Notes the number of the batch in its own transaction. While an earlier try of this batch may
   * still be committed by the server, its row is locked, and this waits for the outcome.
   */
  @Override
  public boolean begin(Connection connection, long batch) throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement note = connection.prepareStatement(KNOWN_BATCH)) {
      statement.execute("BEGIN");
      note.setObject(1, writer);
      note.setLong(2, batch);
      if (note.executeUpdate() == 1) {
        return true;
      }
      statement.execute("ROLLBACK");
      return false;
    }
  }

  @Override
  public Fault fault(SQLException failure) {
    String state = state(failure);
    // 08: connection; 57P: the server stops or starts; 53300: too many connections; 25P03: it was
    // idle for too long; 25006: it's a standby that may become the primary
    if (state.startsWith("08")
        || state.startsWith("57P")
        || Set.of("53300", "25P03", "25006").contains(state)) {
      return Fault.LOST;
    }
    return REPEATABLE.contains(state) ? Fault.REPEATABLE : Fault.FINAL;
  }

  private static String state(SQLException failure) {
    String state = failure.getSQLState();
    return state == null ? "" : state;
  }

  @Override
  public StoreUnavailable explain(SQLException failure) {
    String state = state(failure);
    String problem =
        switch (state) {
          case "3D000" -> "There is no such database on the PostgreSQL server. Next: create it.";
          case "42501" ->
              "The PostgreSQL server refused permission. Next: let the user create the schema \""
                  + SCHEMA
                  + "\" in the database, or make it the schema's owner.";
          case "53100" -> "The disk of the PostgreSQL server is full. Next: make room there.";
          case "53300" -> "The PostgreSQL server has too many connections.";
          case "25006" -> "The PostgreSQL server can only be read: it's a standby.";
          case "57P03" -> "The PostgreSQL server is starting, or stops.";
          default -> otherProblem(state);
        };
    return new StoreUnavailable(problem, failure);
  }

  private static String otherProblem(String state) {
    if (state.startsWith("08") || state.startsWith("57")) {
      return "The PostgreSQL server doesn't answer. Next: look whether it runs, and whether its"
          + " address is right.";
    }
    if (state.startsWith("28")) {
      return "The PostgreSQL server refused the user or the password.";
    }
    return "The PostgreSQL server refused a statement (" + state + ").";
  }

  /** Nothing: connections belong to those who opened them. */
  @Override
  public void close() {}
}
