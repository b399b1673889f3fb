package dev.deckhand.site.notes;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.session.journal.JournalEvent;
import java.time.Instant;
import java.util.List;

/**
 * What happened while a learner went through a lesson, in order.
 *
 * @param learner a name, as the learner gave it; empty for none
 * @param events what comes after a step began belongs to that step
 */
public record LessonNotes(Lesson lesson, String learner, List<Event> events) {
  public LessonNotes {
    events = List.copyOf(events);
  }

  /** An event and its time. */
  public record Event(JournalEvent event, Instant at) {}
}
