package dev.deckhand.workshop.store;

import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.store.WorkshopStore.SecretKind;
import dev.deckhand.workshop.store.WorkshopStore.StoredSecret;
import dev.deckhand.workshop.store.WorkshopStore.StoredWorkshop;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements of a store, which both databases understand. */
final class Statements {

  private Statements() {}

  /** An event as it's in its table. */
  record EventRow(long number, String at, String event) {}

  /** Makes an object of a row. */
  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  static Optional<StoredWorkshop> workshop(Connection connection, String id) throws SQLException {
    return select(
            connection,
            "SELECT id, course, capacity, join_code, created_at FROM workshop WHERE id = ?",
            row ->
                new StoredWorkshop(
                    row.getString(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getString(4),
                    Instant.parse(row.getString(5))),
            id)
        .stream()
        .findFirst();
  }

  /** Inserts a workshop, unless there is one; returns what is there. */
  static StoredWorkshop createWorkshop(Connection connection, StoredWorkshop workshop)
      throws SQLException {
    update(
        connection,
        """
        INSERT INTO workshop (id, course, capacity, join_code, created_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO NOTHING
        """,
        workshop.id(),
        workshop.course(),
        workshop.capacity(),
        workshop.joinCode(),
        workshop.createdAt().toString());
    return workshop(connection, workshop.id()).orElseThrow(() -> missing(workshop.id()));
  }

  /**
   * Counts an event. Until the transaction ends, other processes wait here, so that numbers have
   * neither gaps nor twins.
   */
  static long nextNumber(Connection connection, String workshop) throws SQLException {
    return select(
            connection,
            "UPDATE workshop SET last_event = last_event + 1 WHERE id = ? RETURNING last_event",
            row -> row.getLong(1),
            workshop)
        .stream()
        .findFirst()
        .orElseThrow(() -> missing(workshop));
  }

  /**
   * Lets other processes wait. What changes more than rows of its own begins with this or with
   * {@link #nextNumber}, in the order of the workshops, so that no two processes wait for each
   * other.
   */
  static void lock(Connection connection, String workshop) throws SQLException {
    if (update(connection, "UPDATE workshop SET last_event = last_event WHERE id = ?", workshop)
        == 0) {
      throw missing(workshop);
    }
  }

  private static IllegalArgumentException missing(String workshop) {
    return new IllegalArgumentException("there is no workshop of the id " + workshop);
  }

  static void insertEvent(
      Connection connection, String workshop, long number, Instant at, String event)
      throws SQLException {
    update(
        connection,
        "INSERT INTO room_event (workshop, number, at, event) VALUES (?, ?, ?, ?)",
        workshop,
        number,
        at.toString(),
        event);
  }

  static List<EventRow> events(Connection connection, String workshop, long after)
      throws SQLException {
    return select(
        connection,
        """
        SELECT number, at, event FROM room_event WHERE workshop = ? AND number > ? ORDER BY number
        """,
        row -> new EventRow(row.getLong(1), row.getString(2), row.getString(3)),
        workshop,
        after);
  }

  static int putSecret(Connection connection, String workshop, StoredSecret secret)
      throws SQLException {
    return update(
        connection,
        """
        INSERT INTO secret (workshop, digest, kind, seat) VALUES (?, ?, ?, nullif(?, ''))
        ON CONFLICT (workshop, digest) DO UPDATE SET kind = excluded.kind, seat = excluded.seat
        """,
        workshop,
        secret.digest(),
        secret.kind().name(),
        secret.seat().map(SeatId::value).orElse(""));
  }

  static Optional<StoredSecret> secret(Connection connection, String workshop, String digest)
      throws SQLException {
    return select(
            connection,
            "SELECT kind, digest, seat FROM secret WHERE workshop = ? AND digest = ?",
            row ->
                new StoredSecret(
                    SecretKind.valueOf(row.getString(1)),
                    row.getString(2),
                    Optional.ofNullable(row.getString(3)).map(SeatId::new)),
            workshop,
            digest)
        .stream()
        .findFirst();
  }

  static int removeSecret(Connection connection, String workshop, String digest)
      throws SQLException {
    return update(
        connection, "DELETE FROM secret WHERE workshop = ? AND digest = ?", workshop, digest);
  }

  static int removeSecrets(Connection connection, String workshop, SeatId seat)
      throws SQLException {
    return update(
        connection, "DELETE FROM secret WHERE workshop = ? AND seat = ?", workshop, seat.value());
  }

  static int insertEntry(
      Connection connection, String workshop, SeatId seat, String lesson, String entry)
      throws SQLException {
    int inserted =
        update(
            connection,
            """
            INSERT INTO journal_entry (workshop, seat, lesson, entry)
            SELECT id, ?, ?, ? FROM workshop WHERE id = ?
            """,
            seat.value(),
            lesson,
            entry,
            workshop);
    if (inserted == 0) {
      throw missing(workshop);
    }
    return inserted;
  }

  static List<String> journal(Connection connection, String workshop, SeatId seat)
      throws SQLException {
    return select(
        connection,
        "SELECT entry FROM journal_entry WHERE workshop = ? AND seat = ? ORDER BY id",
        row -> row.getString(1),
        workshop,
        seat.value());
  }

  static List<String> journal(Connection connection, String workshop, SeatId seat, String lesson)
      throws SQLException {
    return select(
        connection,
        """
        SELECT entry FROM journal_entry WHERE workshop = ? AND seat = ? AND lesson = ? ORDER BY id
        """,
        row -> row.getString(1),
        workshop,
        seat.value(),
        lesson);
  }

  private static <T> List<T> select(
      Connection connection, String sql, RowReader<T> reader, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      var found = new ArrayList<T>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    }
  }

  private static int update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
