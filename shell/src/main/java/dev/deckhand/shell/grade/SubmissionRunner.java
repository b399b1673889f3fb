package dev.deckhand.shell.grade;

import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lab.time.TimedPart;
import dev.deckhand.shell.step.CommandRunner;
import dev.deckhand.shell.step.TimedCommand;
import dev.deckhand.shell.submission.SubmittedEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a submission's commands within their limits. For one thread. */
final class SubmissionRunner {

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

  /**
   * Runs a command, and ends it when its time is over.
   *
   * @param budget of the step; must not be spent
   */
  void run(int step, SubmittedEntry.Command entry, Workspace workspace, TimeBudget budget)
      throws InterruptedException {
    Duration allowed =
        budget.left().compareTo(limits.command()) < 0 ? budget.left() : limits.command();
    long start = System.nanoTime();
    var timed = timed(entry, workspace, allowed);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    budget.spend(took);
    submission.spend(took);
    CommandResult result = timed.result();
    commands.add(
        new CommandRecord(
            step, entry.text(), result.exitCode(), result.output(), timed.interrupted(), took));
  }

  private static TimedCommand timed(
      SubmittedEntry.Command entry, Workspace workspace, Duration allowed)
      throws InterruptedException {
    try (var _ = TimedPart.of("run the submission's commands")) {
      return TimedCommand.run(
          new CommandRunner(workspace, Optional.empty()), entry.command(), Console.NONE, allowed);
    }
  }
}
