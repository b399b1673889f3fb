package dev.deckhand.shell.journal;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.StepOrder;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.site.notes.LessonNotes;
import java.util.List;
import java.util.Optional;

/** What the journal says of a lesson, as a book of notes. */
public final class LessonNotesReader {

  private LessonNotesReader() {}

  /**
   * The book of a lesson's entries, in their order.
   *
   * @param lesson with its steps as they are written
   */
  public static LessonNotes of(Lesson lesson, List<JournalEntry> entries) {
    var orders = StepOrderHistory.of(entries);
    // the walk that is under way says how the steps are numbered, for those before it too
    StepOrder last =
        orders.latest().orElse(StepOrderHistory.AS_WRITTEN).resizedTo(lesson.steps().size());
    return new LessonNotes(
        lesson.withStepOrder(last),
        "",
        orders.renumbered(last).stream()
            .map(LessonNotesReader::entry)
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<LessonNotes.Entry> entry(JournalEntry journalEntry) {
    return switch (journalEntry.event()) {
      case JournalEvent.Began(int step) ->
          Optional.of(new LessonNotes.StepStarted(step, journalEntry.at()));
      case JournalEvent.Ran(int _, var command, int exit, var output) ->
          Optional.of(new LessonNotes.CommandRun(command, exit, output, journalEntry.at()));
      case JournalEvent.Remarked(int _, var text) ->
          Optional.of(new LessonNotes.Remark(text, journalEntry.at()));
      case JournalEvent.Answered(int _, var question, var text, boolean right) ->
          Optional.of(new LessonNotes.QuestionAnswered(question, text, right));
      case JournalEvent.Chose(int _, var quiz, var numbers, boolean right) ->
          Optional.of(new LessonNotes.QuizAnswered(quiz, numbers, right));
      case JournalEvent.TookHint(int _, int number) ->
          Optional.of(new LessonNotes.HintTaken(number));
      case JournalEvent.Passed(int step, StepOutcome outcome) ->
          Optional.of(
              outcome == StepOutcome.DONE
                  ? new LessonNotes.StepCompleted(step)
                  : new LessonNotes.StepSkipped(step));
      case JournalEvent.Finished() ->
          Optional.of(new LessonNotes.LessonFinished(journalEntry.at()));
      case JournalEvent.Drew _,
          JournalEvent.SawSolution _,
          JournalEvent.WasReset _,
          JournalEvent.Played _,
          JournalEvent.Resumed _,
          JournalEvent.Typed _,
          JournalEvent.Held _,
          JournalEvent.FellShort _,
          JournalEvent.Broke _,
          JournalEvent.Left _ ->
          Optional.empty();
    };
  }
}
