package dev.deckhand.session.input;

import java.util.Set;

/**
 * What a learner typed, understood: one of the shell's own words, or a command for the workspace.
 */
public sealed interface LearnerInput {

  /** Anything that is not one of Deckhand's own words: the session runs it. */
  record RunCommand(SessionCommand command) implements LearnerInput {}

  /** Nothing but white space: goes on where the step is done. */
  record EmptyLine() implements LearnerInput {}

  record NextStep() implements LearnerInput {}

  record CheckNow() implements LearnerInput {}

  record RequestHint() implements LearnerInput {}

  /** Asks for the solution: to be asked back, to see it, or to have it typed. */
  record RequestSolution(SolutionMode mode) implements LearnerInput {

    /** How the solution is wanted. */
    public enum SolutionMode {
      CONFIRM,
      SHOW,
      PREFILL
    }
  }

  /** Lets the learner try things that do not count. */
  record EnterSandbox() implements LearnerInput {}

  /** Ends playing: all is as it was. */
  record LeaveSandbox() implements LearnerInput {}

  /** Asks what a kind or a field is, as in {@code Pod.spec.containers}. */
  record LookUpManual(String path) implements LearnerInput {}

  /**
   * Brings back the step's beginning.
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

  /** A remark of the learner's own, for the notes. */
  record AddNote(String text) implements LearnerInput {}

  /** A word of the shell used wrongly; the usage says how it is meant. */
  record InvalidUsage(String usage) implements LearnerInput {}
}
