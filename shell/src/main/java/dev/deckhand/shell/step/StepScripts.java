package dev.deckhand.shell.step;

import dev.deckhand.check.Check;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lab.time.TimedPart;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.ReplayedStep;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.session.input.SessionCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prepares a lab for a step, and runs an author's scripts. Blocks. */
public final class StepScripts {

  /** How long nothing may change before an earlier step's solution counts as finished. */
  private static final Duration QUIET_PERIOD = Duration.ofSeconds(30);

  /** A command of an author that takes longer is interrupted; the checks tell what is missing. */
  private static final Duration COMMAND_TIMEOUT = Duration.ofMinutes(5);

  private final Lab lab;
  private final CommandRunner runner;
  private final CheckObserver checkObserver;

  public StepScripts(Lab lab, Workspace workspace, Judge judge) {
    this(lab, workspace, new CheckObserver(lab, judge));
  }

  /** Lets others work while it waits for checks. */
  public StepScripts(Lab lab, Workspace workspace, Judge judge, Turns.Turn turn) {
    this(lab, workspace, new CheckObserver(lab, judge, turn::pause));
  }

  private StepScripts(Lab lab, Workspace workspace, CheckObserver checkObserver) {
    this.lab = lab;
    this.runner = new CommandRunner(workspace, lab.java());
    this.checkObserver = checkObserver;
  }

  /** Runs the earlier steps' setups and solutions, then the step's setup. */
  public PreparedStep prepare(Step step, List<Step> earlier) throws InterruptedException {
    var replayedStep = new ArrayList<ReplayedStep>();
    for (Step done : earlier) {
      replayedStep.add(new ReplayedStep(done.number(), openChecks(solve(done))));
    }
    setUp(step);
    return new PreparedStep(look(step), replayedStep);
  }

  private static List<String> openChecks(CheckObserver.CheckReport checkReport) {
    return checkReport.held()
        ? List.of()
        : checkReport.checks().stream()
            .filter(state -> !state.heldLastTime())
            .map(state -> state.check().title())
            .toList();
  }

  /**
   * A lab at the beginning of a step.
   *
   * @param before what was observed there
   * @param replayed the earlier steps, in order
   */
  public record PreparedStep(Map<Subject, Observation> before, List<ReplayedStep> replayed) {
    public PreparedStep {
      before = Map.copyOf(before);
      replayed = List.copyOf(replayed);
    }
  }

  /** Runs a step's setup and solution, and waits until its checks pass. */
  public CheckObserver.CheckReport solve(Step step) throws InterruptedException {
    setUp(step);
    return runSolution(step, look(step));
  }

  private void setUp(Step step) throws InterruptedException {
    try (var _ = TimedPart.of("run the lesson's setup")) {
      run(step.setup());
    }
  }

  private Map<Subject, Observation> look(Step step) {
    try (var _ = TimedPart.of("look before the commands")) {
      return checkObserver.observe(step);
    }
  }

  /** Runs a step's solution after its setup, and waits until the checks pass. */
  public CheckObserver.CheckReport runSolution(Step step, Map<Subject, Observation> before)
      throws InterruptedException {
    try (StepWatch stepWatch = checkObserver.watch(step, before)) {
      Script solution = step.solution();
      if (solution != null) {
        try (var _ = TimedPart.of("run the lesson's solution")) {
          run(solution);
        }
      }
      return stepWatch.await(timeLimit(step), QUIET_PERIOD);
    }
  }

  /** Runs a script's commands in the lab; Deckhand's own words and {@code edit} are skipped. */
  public List<CommandResult> run(Script script) throws InterruptedException {
    var results = new ArrayList<CommandResult>();
    for (String entry : script.entries()) {
      if (LearnerInputParser.parse(entry)
          instanceof LearnerInput.RunCommand(SessionCommand.LabCommand command)) {
        results.add(TimedCommand.run(runner, command, Console.NONE, COMMAND_TIMEOUT).result());
      }
    }
    return results;
  }

  private void run(List<Script> scripts) throws InterruptedException {
    for (Script script : scripts) {
      run(script);
    }
  }

  /** How long the checks of a step may take: the longest of their times. */
  public static Duration timeLimit(Step step) {
    return step.checks().stream()
        .map(check -> check.within().plus(check.hold()))
        .max(Duration::compareTo)
        .orElse(Check.DEFAULT_WITHIN);
  }

  public CheckObserver checkObserver() {
    return checkObserver;
  }

  public Lab lab() {
    return lab;
  }
}
