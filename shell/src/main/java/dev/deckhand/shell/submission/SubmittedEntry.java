package dev.deckhand.shell.submission;

import dev.deckhand.session.input.SessionCommand;
import java.util.Set;

/** One entry of a submitted script, as a learner would type it. */
public sealed interface SubmittedEntry {

  /** The entry as it's written; it may have several lines. */
  String text();

  /** A command for the lab. */
  record Command(String text, SessionCommand.LabCommand command) implements SubmittedEntry {}

  /**
   * An answer, which is judged at this point of the script. No other entry answers the question.
   *
   * @param question its id
   */
  record Answer(String text, String question, String answer) implements SubmittedEntry {}

  /**
   * Choices in a quiz. No other entry is for this quiz.
   *
   * @param quiz its id
   * @param numbers of the choices, counted from 1, each at most the number of choices that there
   *     are
   */
  record Choice(String text, String quiz, Set<Integer> numbers) implements SubmittedEntry {
    public Choice {
      numbers = Set.copyOf(numbers);
    }
  }
}
