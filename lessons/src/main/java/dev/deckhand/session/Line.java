package dev.deckhand.session;

import java.util.Set;

/**
 * What a learner typed, understood: one of the shell's own words, or a command for the workspace.
 */
public sealed interface Line {

  /** Anything that is not a word of the shell: the workspace runs it. */
  record Command(String text) implements Line {}

  /** Nothing but white space: goes on where the step is done. */
  record Blank() implements Line {}

  record Next() implements Line {}

  record CheckNow() implements Line {}

  record AskHint() implements Line {}

  /** Asks for the solution: to be asked back, to see it, or to have it typed. */
  record AskSolution(Manner manner) implements Line {

    /** How the solution is wanted. */
    public enum Manner {
      ASK,
      SHOW,
      TYPE
    }
  }

  /** Lets the learner try things that do not count. */
  record Play() implements Line {}

  /** Ends playing: all is as it was. */
  record Back() implements Line {}

  /** Asks what a kind or a field is, as in {@code Pod.spec.containers}. */
  record LookUp(String path) implements Line {}

  record Reset() implements Line {}

  record Skip() implements Line {}

  /** Shows the step's text again. */
  record Reread() implements Line {}

  record Lessons() implements Line {}

  record Quit() implements Line {}

  record Help() implements Line {}

  /**
   * Shows what the last command led to.
   *
   * @param live whether to go on until Ctrl-C
   */
  record Xray(boolean live) implements Line {}

  /**
   * An answer to a question of the step.
   *
   * @param question counted from 1; 0 for the first open one
   */
  record Answer(int question, String text) implements Line {}

  /**
   * Choices in a quiz of the step, counted from 1.
   *
   * @param quiz counted from 1; 0 for the first open one
   */
  record Choose(int quiz, Set<Integer> numbers) implements Line {
    public Choose {
      numbers = Set.copyOf(numbers);
    }
  }

  /**
   * A file to be changed by hand.
   *
   * @param file its name, as seen from the folder that the workspace is in
   */
  record Edit(String file) implements Line {}

  /** A remark of the learner's own, for the notes. */
  record Note(String text) implements Line {}

  /** A word of the shell used wrongly; the usage says how it is meant. */
  record Misused(String usage) implements Line {}
}
