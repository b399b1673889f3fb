package dev.deckhand.session.journal;

import java.util.List;
import java.util.Set;

/** What a learner did: the words of the journal and of the notes. Steps are counted from 1. */
public sealed interface JournalEvent {

  /** The step that it was done in; 0 for what is about the lesson as a whole. */
  int step();

  /** The same in another step; what is about the lesson as a whole stays as it is. */
  JournalEvent atStep(int next);

  /** An order of the steps, for the walk that begins: each place's number in the lesson's file. */
  record Drew(List<Integer> order) implements JournalEvent {
    public Drew {
      order = List.copyOf(order);
    }

    @Override
    public int step() {
      return 0;
    }

    @Override
    public Drew atStep(int next) {
      return this;
    }
  }

  record Began(int step) implements JournalEvent {
    @Override
    public Began atStep(int next) {
      return new Began(next);
    }
  }

  /**
   * The shell had died, and the learner is back at the step.
   *
   * @param sameLab whether the lab of before was still there
   */
  record Resumed(int step, boolean sameLab) implements JournalEvent {
    @Override
    public Resumed atStep(int next) {
      return new Resumed(next, sameLab);
    }
  }

  /** A command, before it runs: what comes of it is in {@link Ran}, or nobody was there to see. */
  record Typed(int step, String command) implements JournalEvent {
    @Override
    public Typed atStep(int next) {
      return new Typed(next, command);
    }
  }

  /** A command with what came of it; the output is without control sequences, and bounded. */
  record Ran(int step, String command, int exitCode, String output) implements JournalEvent {
    @Override
    public Ran atStep(int next) {
      return new Ran(next, command, exitCode, output);
    }
  }

  /** A check came to hold. */
  record Held(int step, String check) implements JournalEvent {
    @Override
    public Held atStep(int next) {
      return new Held(next, check);
    }
  }

  /** The learner was shown that these checks do not hold yet. */
  record FellShort(int step, List<String> checks) implements JournalEvent {
    public FellShort {
      checks = List.copyOf(checks);
    }

    @Override
    public FellShort atStep(int next) {
      return new FellShort(next, checks);
    }
  }

  /** A check that must never fail did. */
  record Broke(int step, String check) implements JournalEvent {
    @Override
    public Broke atStep(int next) {
      return new Broke(next, check);
    }
  }

  record Remarked(int step, String text) implements JournalEvent {
    @Override
    public Remarked atStep(int next) {
      return new Remarked(next, text);
    }
  }

  record Answered(int step, String question, String text, boolean right) implements JournalEvent {
    @Override
    public Answered atStep(int next) {
      return new Answered(next, question, text, right);
    }
  }

  record Chose(int step, String quiz, Set<Integer> numbers, boolean right) implements JournalEvent {
    public Chose {
      numbers = Set.copyOf(numbers);
    }

    @Override
    public Chose atStep(int next) {
      return new Chose(next, quiz, numbers, right);
    }
  }

  record TookHint(int step, int number) implements JournalEvent {
    @Override
    public TookHint atStep(int next) {
      return new TookHint(next, number);
    }
  }

  record SawSolution(int step) implements JournalEvent {
    @Override
    public SawSolution atStep(int next) {
      return new SawSolution(next);
    }
  }

  record WasReset(int step) implements JournalEvent {
    @Override
    public WasReset atStep(int next) {
      return new WasReset(next);
    }
  }

  /** Things were tried that do not count. */
  record Played(int step) implements JournalEvent {
    @Override
    public Played atStep(int next) {
      return new Played(next);
    }
  }

  /** A step is behind the learner, one way or another. */
  record Passed(int step, StepOutcome outcome) implements JournalEvent {
    @Override
    public Passed atStep(int next) {
      return new Passed(next, outcome);
    }
  }

  /** The whole lesson is. */
  record Finished() implements JournalEvent {
    @Override
    public int step() {
      return 0;
    }

    @Override
    public Finished atStep(int next) {
      return this;
    }
  }

  /** The learner left; what is not done is gone on with another time. */
  record Left(int step) implements JournalEvent {
    @Override
    public Left atStep(int next) {
      return new Left(next);
    }
  }
}
