package dev.deckhand.shell.journal;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import java.time.Instant;

/**
 * One line of the journal.
 *
 * @param session the id of the session that wrote it: two sessions may write at once
 */
public record JournalEntry(Instant at, String session, LessonId lesson, JournalEvent event) {}
