package dev.deckhand.workshop.store;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.journal.JournalCodec;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.workshop.room.RoomEvent;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.StoredRoomEvent;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A store in a database: what is written is queued for one thread, what is read isn't. */
final class SqlWorkshopStore implements WorkshopStore {

  /** Bounds the memory of what waits to be written. */
  private static final int LONGEST = 4 * 1024 * 1024;

  private final Database database;
  private final WriteQueue writes;
  private final ReaderPool reads;
  private final RoomEventCodec events = new RoomEventCodec();
  private final JournalCodec entries = new JournalCodec();

  SqlWorkshopStore(Database database, WriteQueue writes, ReaderPool reads) {
    this.database = database;
    this.writes = writes;
    this.reads = reads;
  }

  /** What this writes with. */
  WriteQueue writes() {
    return writes;
  }

  @Override
  public Optional<StoredWorkshop> workshop(String id) throws StoreUnavailable {
    return reads.read(connection -> Statements.workshop(connection, id));
  }

  @Override
  public StoredWorkshop create(StoredWorkshop workshop) throws StoreUnavailable {
    return writes.write(
        workshop.id(), connection -> Statements.createWorkshop(connection, workshop));
  }

  @Override
  public StoredRoomEvent append(
      String workshop, Instant at, RoomEvent event, List<StoredSecret> secrets)
      throws StoreUnavailable {
    String line = bounded(events.line(event));
    var copies = List.copyOf(secrets);
    long number =
        writes.write(
            workshop,
            connection -> {
              long next = Statements.nextNumber(connection, workshop);
              Statements.insertEvent(connection, workshop, next, at, line);
              for (StoredSecret secret : copies) {
                Statements.putSecret(connection, workshop, secret);
              }
              return next;
            });
    return new StoredRoomEvent(number, at, event);
  }

  private static String bounded(String line) {
    if (line.length() > LONGEST) {
      throw new IllegalArgumentException(
          "what is to be stored is longer than " + LONGEST + " characters of JSON");
    }
    return line;
  }

  @Override
  public List<StoredRoomEvent> events(String workshop, long after) throws StoreUnavailable {
    var found = new ArrayList<StoredRoomEvent>();
    for (Statements.EventRow row :
        reads.read(connection -> Statements.events(connection, workshop, after))) {
      try {
        events
            .event(row.event())
            .map(event -> new StoredRoomEvent(row.number(), Instant.parse(row.at()), event))
            .ifPresent(found::add);
      } catch (IOException | DateTimeException damaged) {
        throw new StoreUnavailable(
            "Event "
                + row.number()
                + " of the workshop is damaged in the database. Next: put a copy of the database in"
                + " its place.",
            damaged);
      }
    }
    return List.copyOf(found);
  }

  @Override
  public void putSecret(String workshop, StoredSecret secret) throws StoreUnavailable {
    writes.write(
        workshop,
        connection -> {
          Statements.lock(connection, workshop);
          return Statements.putSecret(connection, workshop, secret);
        });
  }

  @Override
  public Optional<StoredSecret> secret(String workshop, String digest) throws StoreUnavailable {
    return reads.read(connection -> Statements.secret(connection, workshop, digest));
  }

  @Override
  public boolean removeSecret(String workshop, String digest) throws StoreUnavailable {
    return writes.write(
        workshop,
        connection -> {
          Statements.lock(connection, workshop);
          return Statements.removeSecret(connection, workshop, digest) > 0;
        });
  }

  @Override
  public void removeSecrets(String workshop, SeatId seat) throws StoreUnavailable {
    writes.write(
        workshop,
        connection -> {
          Statements.lock(connection, workshop);
          return Statements.removeSecrets(connection, workshop, seat);
        });
  }

  @Override
  public void appendJournal(String workshop, SeatId seat, JournalEntry entry)
      throws StoreUnavailable {
    String line = bounded(AsciiJson.of(entries.line(entry)));
    String lesson = entry.lesson().toString();
    writes.write(
        workshop, connection -> Statements.insertEntry(connection, workshop, seat, lesson, line));
  }

  @Override
  public List<JournalEntry> journal(String workshop, SeatId seat) throws StoreUnavailable {
    return read(reads.read(connection -> Statements.journal(connection, workshop, seat)));
  }

  @Override
  public List<JournalEntry> journal(String workshop, SeatId seat, LessonId lesson)
      throws StoreUnavailable {
    return read(
        reads.read(
            connection -> Statements.journal(connection, workshop, seat, lesson.toString())));
  }

  private List<JournalEntry> read(List<String> lines) {
    return lines.stream().flatMap(line -> entries.entry(line).stream()).toList();
  }

  @Override
  public void close() {
    writes.close();
    reads.close();
    database.close();
  }
}
