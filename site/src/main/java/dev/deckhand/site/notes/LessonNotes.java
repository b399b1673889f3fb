package dev.deckhand.site.notes;

import dev.deckhand.lesson.Lesson;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What happened while a learner walked through a lesson, in order.
 *
 * @param learner a name, as the learner gave it; empty for none
 */
public record LessonNotes(Lesson lesson, String learner, List<Entry> entries) {
  public LessonNotes {
    entries = List.copyOf(entries);
  }

  /** One thing that happened. What comes after a {@link StepStarted} belongs to that step. */
  public sealed interface Entry {}

  /** A step began, or was taken up again. */
  public record StepStarted(int step, Instant at) implements Entry {}

  /**
   * A command was run.
   *
   * @param output what it wrote; empty for nothing
   */
  public record CommandRun(String command, int exitCode, String output, Instant at)
      implements Entry {}

  /** The learner's own words. */
  public record Remark(String text, Instant at) implements Entry {}

  /** A step was done. */
  public record StepCompleted(int step) implements Entry {}

  /** A hint was asked for. */
  public record HintTaken(int number) implements Entry {}

  /**
   * A question was answered.
   *
   * @param question its id in the lesson
   */
  public record QuestionAnswered(String question, String text, boolean right) implements Entry {}

  /**
   * A quiz was answered.
   *
   * @param quiz its id in the lesson
   * @param choices the numbers of what was chosen, from 1
   */
  public record QuizAnswered(String quiz, Set<Integer> choices, boolean right) implements Entry {
    public QuizAnswered {
      choices = Set.copyOf(choices);
    }
  }

  /** A step was left undone. */
  public record StepSkipped(int step) implements Entry {}

  /** The lesson came to its end. */
  public record LessonFinished(Instant at) implements Entry {}
}
