package dev.deckhand.session;

import java.util.Set;

/** What a learner did: the words of the journal and of the notes. Steps are counted from 1. */
public sealed interface Deed {

  record Began(int step) implements Deed {}

  /** A command with what came of it; the output is without control sequences, and bounded. */
  record Ran(int step, String command, int exitCode, String output) implements Deed {}

  record Remarked(int step, String text) implements Deed {}

  record Answered(int step, String question, String text, boolean right) implements Deed {}

  record Chose(int step, String quiz, Set<Integer> numbers, boolean right) implements Deed {
    public Chose {
      numbers = Set.copyOf(numbers);
    }
  }

  record TookHint(int step, int number) implements Deed {}

  record SawSolution(int step) implements Deed {}

  record WasReset(int step) implements Deed {}

  /** Things were tried that do not count. */
  record Played(int step) implements Deed {}

  /** A step is behind the learner, one way or another. */
  record Passed(int step, StepOutcome outcome) implements Deed {}

  /** The whole lesson is. */
  record Finished() implements Deed {}
}
