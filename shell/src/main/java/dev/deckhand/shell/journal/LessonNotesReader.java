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
      case JournalEvent.StepBegan(int step) ->
          Optional.of(new LessonNotes.StepStarted(step, journalEntry.at()));
      case JournalEvent.CommandFinished(int _, var command, int exit, var output) ->
          Optional.of(new LessonNotes.CommandRun(command, exit, output, journalEntry.at()));
      case JournalEvent.NoteAdded(int _, var text) ->
          Optional.of(new LessonNotes.Remark(text, journalEntry.at()));
      case JournalEvent.QuestionAnswered(int _, var question, var text, boolean right) ->
          Optional.of(new LessonNotes.QuestionAnswered(question, text, right));
      case JournalEvent.QuizAnswered(int _, var quiz, var numbers, boolean right) ->
          Optional.of(new LessonNotes.QuizAnswered(quiz, numbers, right));
      case JournalEvent.HintGiven(int _, int number) ->
          Optional.of(new LessonNotes.HintTaken(number));
      case JournalEvent.StepPassed(int step, StepOutcome outcome) ->
          Optional.of(
              outcome == StepOutcome.DONE
                  ? new LessonNotes.StepCompleted(step)
                  : new LessonNotes.StepSkipped(step));
      case JournalEvent.LessonFinished() ->
          Optional.of(new LessonNotes.LessonFinished(journalEntry.at()));
      case JournalEvent.StepOrderDrawn _,
          JournalEvent.SolutionShown _,
          JournalEvent.StepReset _,
          JournalEvent.SandboxEntered _,
          JournalEvent.SessionResumed _,
          JournalEvent.CommandTyped _,
          JournalEvent.CheckPassed _,
          JournalEvent.ChecksFailed _,
          JournalEvent.InvariantBroken _,
          JournalEvent.SessionLeft _ ->
          Optional.empty();
    };
  }
}
