package dev.deckhand.site;

import dev.deckhand.lesson.Lesson;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What happened while a learner walked through a lesson, in order.
 *
 * @param learner a name, as the learner gave it; empty for none
 */
public record NoteBook(Lesson lesson, String learner, List<Entry> entries) {
  public NoteBook {
    entries = List.copyOf(entries);
  }

  /** One thing that happened. What comes after a {@link StepBegan} belongs to that step. */
  public sealed interface Entry {}

  /** A step began, or was taken up again. */
  public record StepBegan(int step, Instant at) implements Entry {}

  /**
   * A command was run.
   *
   * @param output what it wrote; empty for nothing
   */
  public record Typed(String command, int exitCode, String output, Instant at) implements Entry {}

  /** The learner's own words. */
  public record Remark(String text, Instant at) implements Entry {}

  /** A step was done. */
  public record Passed(int step) implements Entry {}

  /** A hint was asked for. */
  public record HintTaken(int number) implements Entry {}

  /**
   * A question was answered.
   *
   * @param question its id in the lesson
   */
  public record Answered(String question, String text, boolean right) implements Entry {}

  /**
   * A quiz was answered.
   *
   * @param quiz its id in the lesson
   * @param choices the numbers of what was chosen, from 1
   */
  public record Chose(String quiz, Set<Integer> choices, boolean right) implements Entry {
    public Chose {
      choices = Set.copyOf(choices);
    }
  }

  /** A step was left undone. */
  public record Skipped(int step) implements Entry {}

  /** The lesson came to its end. */
  public record Finished(Instant at) implements Entry {}
}
