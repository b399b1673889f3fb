package dev.deckhand.shell.journal;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.StepOrder;
import dev.deckhand.session.Deed;
import dev.deckhand.session.StepOutcome;
import dev.deckhand.site.NoteBook;
import java.util.List;
import java.util.Optional;

/** What the journal says of a lesson, as a book of notes. */
public final class NoteBooks {

  private NoteBooks() {}

  /**
   * The book of a lesson's entries, in their order.
   *
   * @param lesson with its steps as they are written
   */
  public static NoteBook of(Lesson lesson, List<Entry> entries) {
    var orders = WalkOrders.of(entries);
    // the walk that is under way says how the steps are numbered, for those before it too
    StepOrder last = orders.last().orElse(WalkOrders.AS_WRITTEN).fitted(lesson.steps().size());
    return new NoteBook(
        lesson.inOrder(last),
        "",
        orders.numberedBy(last).stream().map(NoteBooks::entry).flatMap(Optional::stream).toList());
  }

  private static Optional<NoteBook.Entry> entry(Entry entry) {
    return switch (entry.deed()) {
      case Deed.Began(int step) -> Optional.of(new NoteBook.StepBegan(step, entry.at()));
      case Deed.Ran(int _, var command, int exit, var output) ->
          Optional.of(new NoteBook.Typed(command, exit, output, entry.at()));
      case Deed.Remarked(int _, var text) -> Optional.of(new NoteBook.Remark(text, entry.at()));
      case Deed.Answered(int _, var question, var text, boolean right) ->
          Optional.of(new NoteBook.Answered(question, text, right));
      case Deed.Chose(int _, var quiz, var numbers, boolean right) ->
          Optional.of(new NoteBook.Chose(quiz, numbers, right));
      case Deed.TookHint(int _, int number) -> Optional.of(new NoteBook.HintTaken(number));
      case Deed.Passed(int step, StepOutcome outcome) ->
          Optional.of(
              outcome == StepOutcome.DONE ? new NoteBook.Passed(step) : new NoteBook.Skipped(step));
      case Deed.Finished() -> Optional.of(new NoteBook.Finished(entry.at()));
      case Deed.Drew _,
          Deed.SawSolution _,
          Deed.WasReset _,
          Deed.Played _,
          Deed.Resumed _,
          Deed.Typed _,
          Deed.Held _,
          Deed.FellShort _,
          Deed.Broke _,
          Deed.Left _ ->
          Optional.empty();
    };
  }
}
