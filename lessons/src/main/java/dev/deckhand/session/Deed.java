package dev.deckhand.session;

import java.util.List;
import java.util.Set;

/** What a learner did: the words of the journal and of the notes. Steps are counted from 1. */
public sealed interface Deed {

  /** The step that it was done in; 0 for what is about the lesson as a whole. */
  int step();

  record Began(int step) implements Deed {}

  /**
   * The shell had died, and the learner is back at the step.
   *
   * @param sameLab whether the lab of before was still there
   */
  record Resumed(int step, boolean sameLab) implements Deed {}

  /** A command, before it runs: what comes of it is in {@link Ran}, or nobody was there to see. */
  record Typed(int step, String command) implements Deed {}

  /** A command with what came of it; the output is without control sequences, and bounded. */
  record Ran(int step, String command, int exitCode, String output) implements Deed {}

  /** A check came to hold. */
  record Held(int step, String check) implements Deed {}

  /** The learner was shown that these checks do not hold yet. */
  record FellShort(int step, List<String> checks) implements Deed {
    public FellShort {
      checks = List.copyOf(checks);
    }
  }

  /** A check that must never fail did. */
  record Broke(int step, String check) implements Deed {}

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
  record Finished() implements Deed {
    @Override
    public int step() {
      return 0;
    }
  }

  /** The learner left; what is not done is gone on with another time. */
  record Left(int step) implements Deed {}
}
