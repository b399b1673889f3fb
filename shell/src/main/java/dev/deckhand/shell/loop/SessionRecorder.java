package dev.deckhand.shell.loop;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.shell.journal.Journal;
import dev.deckhand.shell.journal.JournalEntry;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes one session's events to the journal. Events that cannot be written are kept in memory and
 * written, in order, as soon as the disk takes them. For one thread.
 */
public final class SessionRecorder {

  private final Journal journal;
  private final String sessionId;
  private final LessonId lesson;
  private final Clock clock;
  private final Consumer<JournalEvent> listener;
  private final Deque<JournalEntry> unwritten = new ArrayDeque<>();

  /**
   * @param listener told of each event once it is on the disk
   */
  public SessionRecorder(
      Journal journal,
      String sessionId,
      LessonId lesson,
      Clock clock,
      Consumer<JournalEvent> listener) {
    this.journal = journal;
    this.sessionId = sessionId;
    this.lesson = lesson;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Records an event; when this returns, it is on the disk or kept in memory.
   *
   * @return why nothing can be written, if that is news
   */
  Optional<String> record(JournalEvent event) {
    boolean failedBefore = !unwritten.isEmpty();
    unwritten.add(new JournalEntry(clock.instant(), sessionId, lesson, event));
    try {
      while (!unwritten.isEmpty()) {
        journal.append(unwritten.element());
        listener.accept(unwritten.remove().event());
      }
      return Optional.empty();
    } catch (IOException full) {
      return failedBefore ? Optional.empty() : Optional.of(String.valueOf(full.getMessage()));
    }
  }

  /** How many events are in memory alone. */
  int unwrittenEvents() {
    return unwritten.size();
  }
}
