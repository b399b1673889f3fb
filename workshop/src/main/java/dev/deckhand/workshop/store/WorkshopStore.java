package dev.deckhand.workshop.store;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.workshop.room.RoomEvent;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.StoredRoomEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What workshops must not forget. When a method that changes something returns, the change is on
 * the disk. Thread-safe; many threads may write at once.
 *
 * <p>Each method throws {@link StoreUnavailable} if the database doesn't answer, is full, or can't
 * be read; then nothing was changed, as far as that can be known. A method that is given the id of
 * a workshop that isn't there, and would change something, throws {@link IllegalArgumentException};
 * so does one that is given an event or entry of more than 4 million characters.
 */
public interface WorkshopStore extends AutoCloseable {

  /**
   * A workshop.
   *
   * @param id of the database's choosing for one who serves: 1 to 40 of the characters {@code a-z},
   *     {@code 0-9} and {@code -}
   * @param course the id of the course: 1 to 200 characters of ASCII
   * @param capacity how many learners have a seat at a time; at least 1
   * @param joinCode what learners type to join: 1 to 200 characters of ASCII; it's shown to the
   *     whole room, and stored as it is
   */
  record StoredWorkshop(
      String id, String course, int capacity, String joinCode, Instant createdAt) {

    public StoredWorkshop {
      if (!id.matches("[a-z0-9-]{1,40}")) {
        throw new IllegalArgumentException("not the id of a workshop");
      }
      if (!course.matches("[ -~]{1,200}") || !joinCode.matches("[ -~]{1,200}") || capacity < 1) {
        throw new IllegalArgumentException("not a course, a join code and a capacity");
      }
    }
  }

  /** What a secret word opens. */
  enum SecretKind {
    /** A learner's browser. */
    LEARNER_TOKEN,
    /** A learner's seat, on another device. */
    RETURN_KEY,
    /** The instructor's browser. */
    INSTRUCTOR_TOKEN,
    /** The instructor's address; for one use. */
    INSTRUCTOR_KEY
  }

  /**
   * A secret word.
   *
   * @param digest its SHA-256 in hexadecimal digits; the word itself isn't stored
   * @param seat empty for an instructor's
   */
  record StoredSecret(SecretKind kind, String digest, Optional<SeatId> seat) {

    public StoredSecret {
      if (!digest.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("not a digest");
      }
    }
  }

  /** The workshop of this id, if there is one. */
  Optional<StoredWorkshop> workshop(String id) throws StoreUnavailable;

  /** Stores a workshop, unless there is one of this id; returns what is stored. */
  StoredWorkshop create(StoredWorkshop workshop) throws StoreUnavailable;

  /**
   * Appends an event and stores secrets with it: all of that or nothing.
   *
   * @return the event with its number; numbers rise by one for each event of a workshop
   */
  StoredRoomEvent append(String workshop, Instant at, RoomEvent event, List<StoredSecret> secrets)
      throws StoreUnavailable;

  /** The events of a workshop whose number is greater, in their order. */
  List<StoredRoomEvent> events(String workshop, long after) throws StoreUnavailable;

  /** Stores a secret; one with the same digest is replaced. */
  void putSecret(String workshop, StoredSecret secret) throws StoreUnavailable;

  /** The secret with this digest, if there is one. */
  Optional<StoredSecret> secret(String workshop, String digest) throws StoreUnavailable;

  /**
   * Takes a secret away. Of several callers at once, only one gets true.
   *
   * @return whether it was there
   */
  boolean removeSecret(String workshop, String digest) throws StoreUnavailable;

  /** Takes all secrets of a seat away. */
  void removeSecrets(String workshop, SeatId seat) throws StoreUnavailable;

  /** Appends an entry to a learner's journal. */
  void appendJournal(String workshop, SeatId seat, JournalEntry entry) throws StoreUnavailable;

  /** A learner's journal, in the order of writing. Entries of later versions are left out. */
  List<JournalEntry> journal(String workshop, SeatId seat) throws StoreUnavailable;

  /** The entries of one lesson in a learner's journal, in the order of writing. */
  List<JournalEntry> journal(String workshop, SeatId seat, LessonId lesson) throws StoreUnavailable;

  /** Waits for what is being written, and closes the database. Safe to call twice. */
  @Override
  void close();
}
