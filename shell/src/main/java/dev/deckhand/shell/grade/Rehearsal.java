package dev.deckhand.shell.grade;

import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Ordering;
import dev.deckhand.lesson.Printed;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.CheckState;
import dev.deckhand.shell.grade.Trial.Rule;
import dev.deckhand.shell.loop.Berth;
import dev.deckhand.shell.loop.Lookout;
import dev.deckhand.shell.loop.Stagehand;
import dev.deckhand.shell.loop.Vigil;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs a lesson in a real lab as rules 1 to 4 of the lesson language want it: red before, green
 * after, every alternative passes, every wrong fails, every step resets. Beyond them it leaves out
 * each command of a solution in turn, to find checks that cannot fail.
 */
public final class Rehearsal {

  /** A lab is settled when nothing that the checks look at has changed for that long. */
  private static final Duration SETTLED = Duration.ofSeconds(4);

  /** A right way has all the time that its checks have. */
  private static final Duration NEVER = Duration.ofDays(1);

  private final Lesson lesson;
  private final Berth berth;
  private final Judge judge;
  private final Selection selection;
  private final Consumer<Trial> told;
  private final Duration settled;
  private @Nullable Consumer<List<Printed.Command>> scribe;
  private final AtomicReference<@Nullable LabFault> lost = new AtomicReference<>();

  /**
   * @param told each trial, as soon as it is over
   */
  public Rehearsal(
      Lesson lesson, Berth berth, Judge judge, Selection selection, Consumer<Trial> told) {
    this(lesson, berth, judge, selection, told, SETTLED);
  }

  /** For labs that settle in another time. */
  Rehearsal(
      Lesson lesson,
      Berth berth,
      Judge judge,
      Selection selection,
      Consumer<Trial> told,
      Duration settled) {
    this.settled = settled;
    this.lesson = lesson;
    this.berth = berth;
    this.judge = judge;
    this.selection = selection;
    this.told = told;
  }

  /** Also runs the commands that each step offers, and hands on what they printed. */
  public Rehearsal writingDown(Consumer<List<Printed.Command>> printed) {
    this.scribe = printed;
    return this;
  }

  /**
   * Runs the trials that are wanted, in one lab.
   *
   * @throws LabFault if the lab cannot be had, or goes away: no trial is judged by what is not
   *     there
   */
  public void run(BootProgress progress) throws InterruptedException {
    Lab lab = berth.open(lesson.needs(), progress);
    lab.onLost(fault -> lost.compareAndSet(null, fault));
    Stage stage = new Stage(hand(lab), Map.of());
    for (Step step : lesson.steps()) {
      if (selection.endsBefore(step)) {
        break;
      }
      if (drawn() && !selection.wants(step)) {
        continue;
      }
      stage = new Stage(stage.hand(), stage.hand().prepare(step, List.of()).before());
      stage = selection.wants(step) ? rehearse(lab, step, stage) : passThrough(step, stage);
    }
    if (drawn() && selection.wantsOtherOrder()) {
      walk(lab, lesson.steps(), "from first to last");
      walk(lab, lesson.steps().reversed(), "from last to first");
    }
  }

  /** Whether each step stands alone: a learner may meet any of them first. */
  private boolean drawn() {
    return lesson.ordering() == Ordering.DRAWN;
  }

  /**
   * Walks a lesson whose steps are drawn. From its beginning to its end and back, each two of its
   * steps are met in both orders.
   */
  private void walk(Lab lab, List<Step> steps, String way) throws InterruptedException {
    berth.clear();
    Stagehand hand = hand(lab);
    for (Step step : steps) {
      long start = System.nanoTime();
      var stage = new Stage(hand, hand.prepare(step, List.of()).before());
      String problem = Wording.wrongAtTheStart(hand.lookout().judge(step, stage.before()));
      tell(step, Rule.OTHER_ORDER, "its beginning, " + way, problem, "", start);
      Script solution = step.solution();
      if (solution != null) {
        passes(step, stage, solution, Rule.OTHER_ORDER);
      }
    }
  }

  /** A step of which nothing is wanted is done, so that the ones after it can be. */
  private Stage passThrough(Step step, Stage stage) throws InterruptedException {
    long start = System.nanoTime();
    Lookout.Report report = stage.hand().finish(step, stage.before());
    if (!report.held()) {
      tell(step, Rule.GREEN_AFTER, "on the way", Wording.open(report), "", start);
    }
    return stage;
  }

  private Stage rehearse(Lab lab, Step step, Stage first) throws InterruptedException {
    Consumer<List<Printed.Command>> printed = scribe;
    if (step.checks().isEmpty()) {
      if (printed != null) {
        printed.accept(new Demonstration(berth.workspace()).of(step));
      }
      finish(step, first);
      return first;
    }
    var red = new RedChecks();
    var mutation = Mutation.of(step);
    redBefore(step, first, red);
    Stage stage = first;
    List<Attempt> attempts = attempts(step, red, mutation);
    for (Attempt attempt : attempts) {
      attempt.run(stage);
      stage = reset(lab, step);
    }
    if (attempts.isEmpty() && selection.wants(Rule.RESET)) {
      finish(step, stage);
      stage = reset(lab, step);
    }
    finish(step, stage);
    if (selection.provesChecks()) {
      canFail(step, red, mutation);
    }
    return stage;
  }

  /** What is tried between the beginning of a step and its solution, each from the beginning. */
  private List<Attempt> attempts(Step step, RedChecks red, Mutation mutation) {
    var attempts = new ArrayList<Attempt>();
    Consumer<List<Printed.Command>> printed = scribe;
    if (printed != null && !step.offered().isEmpty()) {
      attempts.add(_ -> printed.accept(new Demonstration(berth.workspace()).of(step)));
    }
    if (selection.wants(Rule.WRONG)) {
      step.wrongs().forEach(wrong -> attempts.add(stage -> fails(step, stage, wrong, red)));
    }
    if (selection.wants(Rule.ALTERNATIVE)) {
      step.alternatives()
          .forEach(script -> attempts.add(stage -> passes(step, stage, script, Rule.ALTERNATIVE)));
    }
    if (selection.wants(Rule.LEFT_OUT)) {
      mutation
          .shortened()
          .forEach(shortened -> attempts.add(stage -> leavesOut(step, stage, shortened, red)));
    }
    return attempts;
  }

  private void finish(Step step, Stage stage) throws InterruptedException {
    Script solution = step.solution();
    if (solution != null) {
      passes(step, stage, solution, Rule.GREEN_AFTER);
    }
  }

  private void redBefore(Step step, Stage stage, RedChecks red) {
    long start = System.nanoTime();
    List<CheckState> states = stage.hand().lookout().judge(step, stage.before());
    red.sawFirst(states);
    String problem = Wording.wrongAtTheStart(states);
    tell(step, Rule.RED_BEFORE, "the beginning of the step", problem, "", start);
  }

  private void passes(Step step, Stage stage, Script script, Rule rule)
      throws InterruptedException {
    long start = System.nanoTime();
    Outcome outcome = perform(step, stage, script, NEVER);
    Lookout.Report report = outcome.report();
    String problem = report.held() ? "" : Wording.open(report) + Wording.tail(outcome.ran());
    if (problem.isEmpty()) {
      problem = new Replies(judge).problem(step, script, report.now(), stage.before());
    }
    tell(step, rule, script.title(), problem, "", start);
  }

  private void fails(Step step, Stage stage, Script wrong, RedChecks red)
      throws InterruptedException {
    long start = System.nanoTime();
    Lookout.Report report = perform(step, stage, wrong, settled).report();
    red.saw(report.checks());
    String problem = "";
    if (report.held()) {
      problem = wrong.place() + ": every check passes, though this is wrong.";
    } else if (report.checks().stream().noneMatch(RedChecks::isRed)) {
      problem = "No check fails by a verdict: " + Wording.open(report);
    }
    tell(step, Rule.WRONG, wrong.title() + RedChecks.named(report.checks()), problem, "", start);
  }

  /** Runs a shortened solution: that no check minds is worth a warning, but no failure. */
  private void leavesOut(Step step, Stage stage, Mutation.Shortened shortened, RedChecks red)
      throws InterruptedException {
    long start = System.nanoTime();
    Lookout.Report report = perform(step, stage, shortened.script(), settled).report();
    red.saw(report.checks());
    String warning = "";
    if (report.held()) {
      Script solution = step.solution() == null ? shortened.script() : step.solution();
      boolean asked =
          !new Replies(judge).problem(step, solution, report.now(), stage.before()).isEmpty();
      warning = asked ? "" : unnoticed(shortened);
    } else if (report.checks().stream().noneMatch(RedChecks::isRed)) {
      warning =
          shortened.place() + ": nobody can tell what comes without it: " + Wording.open(report);
    }
    tell(step, Rule.LEFT_OUT, shortened.brief(), "", warning, start);
  }

  private static String unnoticed(Mutation.Shortened shortened) {
    return shortened.place()
        + ": no check notices when "
        + shortened.brief()
        + " is left out. Check what it brings about, or take it out of the solution.";
  }

  private void canFail(Step step, RedChecks red, Mutation mutation) {
    long start = System.nanoTime();
    boolean mutated = !mutation.shortened().isEmpty();
    String problem =
        red.never(step).stream()
            .map(check -> Wording.neverFailed(check, mutated))
            .collect(Collectors.joining(" "));
    String warning =
        mutation.known().stream().map(Rehearsal::unnoticed).collect(Collectors.joining(" "));
    String what =
        mutation.glances().isEmpty()
            ? ""
            : "not left out, as they only look: " + String.join(", ", mutation.glances());
    tell(step, Rule.CAN_FAIL, what, problem, warning, start);
  }

  /** Runs a script from the beginning of a step, and waits for what comes of it. */
  private static Outcome perform(Step step, Stage stage, Script script, Duration quiet)
      throws InterruptedException {
    try (Vigil vigil = stage.hand().lookout().keep(step, stage.before())) {
      List<CommandResult> ran = stage.hand().run(script);
      return new Outcome(ran, vigil.await(Stagehand.within(step), quiet));
    }
  }

  /**
   * Brings back the beginning of a step, and proves it. A step that is drawn begins in a new lab.
   */
  private Stage reset(Lab lab, Step step) throws InterruptedException {
    long start = System.nanoTime();
    berth.clear();
    Stagehand hand = hand(lab);
    List<Step> earlier = drawn() ? List.of() : lesson.steps().subList(0, step.number() - 1);
    var problem = new StringBuilder();
    for (Step done : earlier) {
      Lookout.Report report = hand.solve(done);
      if (!report.held()) {
        problem.append("Step ").append(done.number()).append(" is not green again: ");
        problem.append(Wording.open(report)).append(' ');
      }
    }
    var stage = new Stage(hand, hand.prepare(step, List.of()).before());
    problem.append(Wording.wrongAtTheStart(hand.lookout().judge(step, stage.before())));
    tell(step, Rule.RESET, "back to the beginning", problem.toString().strip(), "", start);
    return stage;
  }

  private Stagehand hand(Lab lab) {
    return new Stagehand(lab, berth.workspace(), judge);
  }

  /** Tells a trial. What was not asked for is done on the way, and told where it failed. */
  private void tell(Step step, Rule rule, String what, String problem, String warning, long start) {
    LabFault fault = lost.get();
    if (fault != null) {
      throw fault;
    }
    if (selection.wants(rule) || !problem.isEmpty()) {
      var took = Duration.ofNanos(System.nanoTime() - start);
      told.accept(new Trial(lesson.id(), step.number(), rule, what, problem, warning, took));
    }
  }

  /** One thing to try, and its cost: the lab has to be brought back afterwards. */
  private interface Attempt {
    void run(Stage stage) throws InterruptedException;
  }

  /** The lab at the beginning of a step. */
  private record Stage(Stagehand hand, Map<Subject, Observation> before) {}

  private record Outcome(List<CommandResult> ran, Lookout.Report report) {}
}
