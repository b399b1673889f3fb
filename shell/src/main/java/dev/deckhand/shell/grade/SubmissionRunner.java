package dev.deckhand.shell.grade;

import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.Workspace;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.shell.step.CommandRunner;
import dev.deckhand.shell.step.TimedCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a submission's commands within their limits. For one thread. */
final class SubmissionRunner {

  /** An entry that ran, or didn't because there was no time left for it. */
  enum Run {
    DONE,
    NO_TIME
  }

  private final GradingLimits limits;
  private final TimeBudget submission;
  private final List<CommandRecord> commands = new ArrayList<>();

  SubmissionRunner(GradingLimits limits) {
    this.limits = limits;
    this.submission = new TimeBudget(limits.submission());
  }

  /** The time that all commands of one step have. */
  TimeBudget stepBudget() {
    Duration left = submission.left();
    return new TimeBudget(left.compareTo(limits.step()) < 0 ? left : limits.step());
  }

  /** Whether the submission has no time left. */
  boolean isOver() {
    return submission.isSpent();
  }

  /** The commands that have run so far. */
  List<CommandRecord> commands() {
    return List.copyOf(commands);
  }

  /** Runs one entry; those that aren't commands for the workspace are left out. */
  Run run(int step, String entry, Workspace workspace, TimeBudget budget)
      throws InterruptedException {
    if (!(LearnerInputParser.parse(entry)
        instanceof LearnerInput.RunCommand(SessionCommand.LabCommand command))) {
      return Run.DONE;
    }
    if (budget.isSpent()) {
      return Run.NO_TIME;
    }
    Duration allowed =
        budget.left().compareTo(limits.command()) < 0 ? budget.left() : limits.command();
    long start = System.nanoTime();
    var timed =
        TimedCommand.run(
            new CommandRunner(workspace, Optional.empty()), command, Console.NONE, allowed);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    budget.spend(took);
    submission.spend(took);
    CommandResult result = timed.result();
    commands.add(
        new CommandRecord(
            step, entry, result.exitCode(), result.output(), timed.interrupted(), took));
    return Run.DONE;
  }
}
