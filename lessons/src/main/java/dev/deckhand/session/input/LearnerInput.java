package dev.deckhand.session.input;

import java.util.Set;

/** The meaning of a line: one of Deckhand's own words, or a command. */
public sealed interface LearnerInput {

  /** Anything that is not one of Deckhand's own words: the session runs it. */
  record RunCommand(SessionCommand command) implements LearnerInput {}

  /** Nothing but white space; goes to the next step if this one is done. */
  record EmptyLine() implements LearnerInput {}

  record NextStep() implements LearnerInput {}

  record CheckNow() implements LearnerInput {}

  record RequestHint() implements LearnerInput {}

  /** Requests the solution. */
  record RequestSolution(SolutionMode mode) implements LearnerInput {

    /** Whether to ask first, to show the solution, or to put it at the prompt. */
    public enum SolutionMode {
      CONFIRM,
      SHOW,
      PREFILL
    }
  }

  /** Enters the sandbox, where nothing counts. */
  record EnterSandbox() implements LearnerInput {}

  /** Leaves the sandbox and restores the step. */
  record LeaveSandbox() implements LearnerInput {}

  /** Looks up a kind or a field, such as {@code Pod.spec.containers}. */
  record LookUpManual(String path) implements LearnerInput {}

  /**
   * Restores the beginning of the step.
   *
   * @param confirmed false to ask first
   */
  record ResetStep(boolean confirmed) implements LearnerInput {}

  record SkipStep() implements LearnerInput {}

  /** Shows the step's text again. */
  record ShowStep() implements LearnerInput {}

  record ListLessons() implements LearnerInput {}

  record Quit() implements LearnerInput {}

  record ShowHelp() implements LearnerInput {}

  /**
   * Shows what the last command led to.
   *
   * @param live whether to go on until Ctrl-C
   */
  record ShowXray(boolean live) implements LearnerInput {}

  /**
   * An answer to a question of the step.
   *
   * @param question counted from 1; 0 for the first open one
   */
  record Answer(int question, String text) implements LearnerInput {}

  /**
   * Choices in a quiz of the step, counted from 1.
   *
   * @param quiz counted from 1; 0 for the first open one
   */
  record Choose(int quiz, Set<Integer> numbers) implements LearnerInput {
    public Choose {
      numbers = Set.copyOf(numbers);
    }
  }

  /** A note of the learner's. */
  record AddNote(String text) implements LearnerInput {}

  /** One of Deckhand's words, used wrongly; the usage is shown. */
  record InvalidUsage(String usage) implements LearnerInput {}
}
