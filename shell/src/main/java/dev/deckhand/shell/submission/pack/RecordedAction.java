package dev.deckhand.shell.submission.pack;

import java.util.Set;

/** Something that a learner did in a step, as the journal has it. */
sealed interface RecordedAction {

  /**
   * A command.
   *
   * @param exitCode of the command; -1 if it never ended, or isn't known
   */
  record Typed(String text, int exitCode) implements RecordedAction {}

  /**
   * An answer.
   *
   * @param question its id
   */
  record Answered(String question, String text, boolean right) implements RecordedAction {}

  /**
   * Choices in a quiz.
   *
   * @param quiz its id
   */
  record Chosen(String quiz, Set<Integer> numbers, boolean right) implements RecordedAction {
    public Chosen {
      numbers = Set.copyOf(numbers);
    }
  }
}
