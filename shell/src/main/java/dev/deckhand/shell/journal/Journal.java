package dev.deckhand.shell.journal;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * The append-only record of what a learner did. When {@link #append} returns, the entry is on the
 * disk. Thread-safe.
 */
public interface Journal {

  /**
   * Appends an event.
   *
   * @throws IOException if it is not on the disk
   */
  default JournalEntry append(String session, LessonId lesson, JournalEvent event)
      throws IOException {
    var journalEntry = new JournalEntry(now(), session, lesson, event);
    append(journalEntry);
    return journalEntry;
  }

  /**
   * Appends an entry.
   *
   * @throws IOException if it is not on the disk
   */
  void append(JournalEntry journalEntry) throws IOException;

  /** The time that entries get. */
  Instant now();

  /** All entries in their order; none where nothing was recorded yet. */
  List<JournalEntry> entries() throws IOException;

  /** All entries in their order, without the output of commands. */
  List<JournalEntry> outline() throws IOException;

  /** The entries of one lesson, in their order. */
  List<JournalEntry> entries(LessonId lesson) throws IOException;
}
