package dev.deckhand.shell.loop;

import dev.deckhand.check.Check;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.Line;
import dev.deckhand.session.Lines;
import dev.deckhand.session.Replayed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings a lab to the beginning of a step, and runs an author's scripts. Blocks its caller. */
public final class Stagehand {

  /** How long after the last change an earlier step's solution is taken to have done its work. */
  private static final Duration QUIET = Duration.ofSeconds(30);

  /** An author's command that takes longer hangs: what it left out, the checks tell. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Lab lab;
  private final Workspace workspace;
  private final Lookout lookout;

  public Stagehand(Lab lab, Workspace workspace, Judge judge) {
    this.lab = lab;
    this.workspace = workspace;
    this.lookout = new Lookout(lab, judge);
  }

  /** Runs the earlier steps' setups and solutions, then the step's setup. */
  public Prepared prepare(Step step, List<Step> earlier) throws InterruptedException {
    var replayed = new ArrayList<Replayed>();
    for (Step done : earlier) {
      replayed.add(new Replayed(done.number(), open(solve(done))));
    }
    run(step.setup());
    return new Prepared(lookout.look(step), replayed);
  }

  private static List<String> open(Lookout.Report report) {
    return report.held()
        ? List.of()
        : report.checks().stream()
            .filter(state -> !state.held())
            .map(state -> state.check().title())
            .toList();
  }

  /**
   * A lab at the beginning of a step.
   *
   * @param before what is there
   * @param replayed the earlier steps, in order
   */
  public record Prepared(Map<Subject, Observation> before, List<Replayed> replayed) {
    public Prepared {
      before = Map.copyOf(before);
      replayed = List.copyOf(replayed);
    }
  }

  /** Runs a step's setup and solution, and waits until its checks hold. */
  public Lookout.Report solve(Step step) throws InterruptedException {
    run(step.setup());
    return finish(step, lookout.look(step));
  }

  /** Runs a step's solution, its setup being done, and waits until its checks hold. */
  public Lookout.Report finish(Step step, Map<Subject, Observation> before)
      throws InterruptedException {
    try (Vigil vigil = lookout.keep(step, before)) {
      Script solution = step.solution();
      if (solution != null) {
        run(solution);
      }
      return vigil.await(within(step), QUIET);
    }
  }

  /** Runs a script's commands in the workspace; the shell's own words in it are passed over. */
  public List<CommandResult> run(Script script) throws InterruptedException {
    var results = new ArrayList<CommandResult>();
    for (String entry : script.entries()) {
      if (Lines.read(entry) instanceof Line.Command(var command)) {
        results.add(TimedCommand.run(workspace, command, Console.NONE, PATIENCE).result());
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
  public static Duration within(Step step) {
    return step.checks().stream()
        .map(check -> check.within().plus(check.hold()))
        .max(Duration::compareTo)
        .orElse(Check.WITHIN);
  }

  public Lookout lookout() {
    return lookout;
  }

  public Lab lab() {
    return lab;
  }
}
