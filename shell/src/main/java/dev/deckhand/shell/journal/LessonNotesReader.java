package dev.deckhand.shell.journal;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.StepOrder;
import dev.deckhand.lesson.adoc.LessonVariants;
import dev.deckhand.lesson.variable.ValueDraw;
import dev.deckhand.site.notes.LessonNotes;
import java.util.List;

/** Reads the notes of a lesson from the journal. */
final class LessonNotesReader {

  private LessonNotesReader() {}

  /**
   * Returns the notes that a lesson's entries make, in their order.
   *
   * @param lesson with its steps as they are written
   */
  public static LessonNotes of(Lesson lesson, List<JournalEntry> entries) {
    var orders = StepOrderHistory.of(entries);
    // the latest order numbers the steps, of earlier visits too
    StepOrder last =
        orders.latest().orElse(StepOrderHistory.AS_WRITTEN).resizedTo(lesson.steps().size());
    return new LessonNotes(
        LessonVariants.of(lesson, SeedHistory.of(entries).latest().orElse(ValueDraw.EXAMPLE_SEED))
            .withStepOrder(last),
        "",
        orders.renumbered(last).stream()
            .map(entry -> new LessonNotes.Event(entry.event(), entry.at()))
            .toList());
  }
}
