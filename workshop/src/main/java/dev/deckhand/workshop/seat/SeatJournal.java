package dev.deckhand.workshop.seat;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.journal.Journal;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.store.WorkshopStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** A learner's journal in the workshop's database. */
public record SeatJournal(WorkshopStore store, String workshop, SeatId seat, Clock clock)
    implements Journal {

  @Override
  public void append(JournalEntry entry) throws IOException {
    store.appendJournal(workshop, seat, entry);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public List<JournalEntry> entries() throws IOException {
    return store.journal(workshop, seat);
  }

  @Override
  public List<JournalEntry> outline() throws IOException {
    return store.journal(workshop, seat);
  }

  @Override
  public List<JournalEntry> entries(LessonId lesson) throws IOException {
    return store.journal(workshop, seat, lesson);
  }
}
