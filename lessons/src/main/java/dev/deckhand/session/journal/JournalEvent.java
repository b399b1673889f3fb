package dev.deckhand.session.journal;

import java.util.List;
import java.util.Set;

/** Something that happened in a session and is recorded for good. Steps are counted from 1. */
public sealed interface JournalEvent {

  /** The step in which it happened; 0 for what concerns the lesson as a whole. */
  default int step() {
    return 0;
  }

  /** The same event in another step; what concerns the lesson as a whole stays as it is. */
  default JournalEvent atStep(int next) {
    return switch (this) {
      case SeedDrawn _, StepOrderDrawn _, LessonFinished _ -> this;
      case StepBegan _ -> new StepBegan(next);
      case SessionResumed(int _, boolean sameLab) -> new SessionResumed(next, sameLab);
      case CommandTyped(int _, String command) -> new CommandTyped(next, command);
      case CommandFinished(int _, String command, int exitCode, String output) ->
          new CommandFinished(next, command, exitCode, output);
      case CheckPassed(int _, String check) -> new CheckPassed(next, check);
      case ChecksFailed(int _, List<String> checks) -> new ChecksFailed(next, checks);
      case InvariantBroken(int _, String check) -> new InvariantBroken(next, check);
      case NoteAdded(int _, String text) -> new NoteAdded(next, text);
      case QuestionAnswered(int _, String question, String text, boolean right) ->
          new QuestionAnswered(next, question, text, right);
      case QuizAnswered(int _, String quiz, Set<Integer> numbers, boolean right) ->
          new QuizAnswered(next, quiz, numbers, right);
      case HintGiven(int _, int number) -> new HintGiven(next, number);
      case SolutionShown _ -> new SolutionShown(next);
      case StepReset _ -> new StepReset(next);
      case SandboxEntered _ -> new SandboxEntered(next);
      case SandboxLeft _ -> new SandboxLeft(next);
      case StepPassed(int _, StepOutcome outcome) -> new StepPassed(next, outcome);
      case SessionLeft _ -> new SessionLeft(next);
    };
  }

  /** The seed of the lesson's names and numbers from here on. */
  record SeedDrawn(long seed) implements JournalEvent {}

  /** The order of the steps from here on: for each position, the step's number in the file. */
  record StepOrderDrawn(List<Integer> order) implements JournalEvent {
    public StepOrderDrawn {
      order = List.copyOf(order);
    }
  }

  record StepBegan(int step) implements JournalEvent {}

  /**
   * The process had died, and the learner is back at the step.
   *
   * @param sameLab whether the lab was still there
   */
  record SessionResumed(int step, boolean sameLab) implements JournalEvent {}

  /** A command, before it runs. Without a {@link CommandFinished} after it, the process died. */
  record CommandTyped(int step, String command) implements JournalEvent {}

  /** A command that has run; its output has no control sequences and a bounded length. */
  record CommandFinished(int step, String command, int exitCode, String output)
      implements JournalEvent {}

  record CheckPassed(int step, String check) implements JournalEvent {}

  /** The learner was shown that these checks don't pass yet. */
  record ChecksFailed(int step, List<String> checks) implements JournalEvent {
    public ChecksFailed {
      checks = List.copyOf(checks);
    }
  }

  /** A fatal invariant broke. */
  record InvariantBroken(int step, String check) implements JournalEvent {}

  record NoteAdded(int step, String text) implements JournalEvent {}

  record QuestionAnswered(int step, String question, String text, boolean right)
      implements JournalEvent {}

  record QuizAnswered(int step, String quiz, Set<Integer> numbers, boolean right)
      implements JournalEvent {
    public QuizAnswered {
      numbers = Set.copyOf(numbers);
    }
  }

  record HintGiven(int step, int number) implements JournalEvent {}

  record SolutionShown(int step) implements JournalEvent {}

  record StepReset(int step) implements JournalEvent {}

  record SandboxEntered(int step) implements JournalEvent {}

  /** The learner went back to the step; if it isn't done, its lab is at the beginning again. */
  record SandboxLeft(int step) implements JournalEvent {}

  /** The learner has completed, skipped or read the step. */
  record StepPassed(int step, StepOutcome outcome) implements JournalEvent {}

  record LessonFinished() implements JournalEvent {}

  /** The learner left before the end. */
  record SessionLeft(int step) implements JournalEvent {}
}
