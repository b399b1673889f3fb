package dev.deckhand.shell.trial;

import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.session.CheckState;
import dev.deckhand.shell.loop.OpenLab;
import dev.deckhand.shell.step.CheckObserver;
import dev.deckhand.shell.step.StepScripts;
import dev.deckhand.shell.step.StepWatch;
import dev.deckhand.shell.trial.TrialResult.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tests a lesson in a real lab by rules 1 to 4 of the lesson language: goals fail at first,
 * solutions and alternatives pass, wrong solutions fail, and every step resets. It also leaves out
 * each command of a solution in turn, to find checks that can't fail.
 */
public final class LessonTrialRunner {

  /** A lab has settled when nothing that the checks observe has changed for this long. */
  private static final Duration SETTLE_TIME = Duration.ofSeconds(4);

  /** For solutions, which may use the whole time limit of their checks. */
  private static final Duration NO_SETTLE_TIME = Duration.ofDays(1);

  private final Lesson lesson;
  private final OpenLab openLab;
  private final Judge judge;
  private final TrialSelection trialSelection;
  private final Consumer<TrialResult> resultConsumer;
  private final Duration settleTime;
  private @Nullable Consumer<List<RecordedOutput.RecordedCommand>> outputConsumer;
  private final AtomicReference<@Nullable LabFault> labFault = new AtomicReference<>();

  /**
   * @param told receives each trial as soon as it is finished
   */
  public LessonTrialRunner(
      Lesson lesson,
      OpenLab openLab,
      Judge judge,
      TrialSelection trialSelection,
      Consumer<TrialResult> told) {
    this(lesson, openLab, judge, trialSelection, told, SETTLE_TIME);
  }

  /** Creates a runner with another settle time. */
  LessonTrialRunner(
      Lesson lesson,
      OpenLab openLab,
      Judge judge,
      TrialSelection trialSelection,
      Consumer<TrialResult> told,
      Duration settled) {
    this.settleTime = settled;
    this.lesson = lesson;
    this.openLab = openLab;
    this.judge = judge;
    this.trialSelection = trialSelection;
    this.resultConsumer = told;
  }

  /** Also runs the commands that each step offers, and passes on their output. */
  public LessonTrialRunner recordingOutput(Consumer<List<RecordedOutput.RecordedCommand>> printed) {
    this.outputConsumer = printed;
    return this;
  }

  /**
   * Runs the selected trials in one lab.
   *
   * @throws LabFault if the lab can't be started or is lost
   */
  public void run(BootProgress progress) throws InterruptedException {
    Lab lab = openLab.open(lesson.needs(), progress);
    lab.onLost(fault -> labFault.compareAndSet(null, fault));
    StepStart stepStart = new StepStart(stepScripts(lab), Map.of());
    for (Step step : lesson.steps()) {
      if (trialSelection.endsBefore(step)) {
        break;
      }
      if (hasDrawnOrder() && !trialSelection.includes(step)) {
        continue;
      }
      stepStart =
          new StepStart(stepStart.scripts(), stepStart.scripts().prepare(step, List.of()).before());
      stepStart =
          trialSelection.includes(step)
              ? tryStep(lab, step, stepStart)
              : passThrough(step, stepStart);
    }
    if (hasDrawnOrder() && trialSelection.includesOtherOrder()) {
      tryOrder(lab, lesson.steps(), "from first to last");
      tryOrder(lab, lesson.steps().reversed(), "from last to first");
    }
  }

  /** Returns whether the steps are independent, so that learners see them in random order. */
  private boolean hasDrawnOrder() {
    return lesson.ordering() == StepOrderMode.DRAWN;
  }

  /**
   * Runs a lesson with random order in one order. Forwards and backwards together cover both orders
   * of each pair of steps.
   */
  private void tryOrder(Lab lab, List<Step> steps, String way) throws InterruptedException {
    openLab.clear();
    StepScripts hand = stepScripts(lab);
    for (Step step : steps) {
      long start = System.nanoTime();
      var stepStart = new StepStart(hand, hand.prepare(step, List.of()).before());
      String problem =
          TrialMessages.initialProblems(hand.checkObserver().judge(step, stepStart.before()));
      report(step, Rule.OTHER_ORDER, "its beginning, " + way, problem, "", start);
      Script solution = step.solution();
      if (solution != null) {
        expectPass(step, stepStart, solution, Rule.OTHER_ORDER);
      }
    }
  }

  /** Solves a step that isn't selected, so that later steps can be tested. */
  private StepStart passThrough(Step step, StepStart stepStart) throws InterruptedException {
    long start = System.nanoTime();
    CheckObserver.CheckReport checkReport =
        stepStart.scripts().runSolution(step, stepStart.before());
    if (!checkReport.held()) {
      report(
          step, Rule.GREEN_AFTER, "on the way", TrialMessages.openChecks(checkReport), "", start);
    }
    return stepStart;
  }

  private StepStart tryStep(Lab lab, Step step, StepStart first) throws InterruptedException {
    Consumer<List<RecordedOutput.RecordedCommand>> printed = outputConsumer;
    if (step.checks().isEmpty()) {
      if (printed != null) {
        printed.accept(new OfferedCommandRecorder(openLab.commandRunner()).record(step));
      }
      trySolution(step, first);
      return first;
    }
    var red = new FailedChecks();
    var solutionMutations = SolutionMutations.of(step);
    expectFailedChecks(step, first, red);
    StepStart stepStart = first;
    List<Attempt> attempts = attempts(step, red, solutionMutations);
    for (Attempt attempt : attempts) {
      attempt.run(stepStart);
      stepStart = reset(lab, step);
    }
    if (attempts.isEmpty() && trialSelection.includes(Rule.RESET)) {
      trySolution(step, stepStart);
      stepStart = reset(lab, step);
    }
    trySolution(step, stepStart);
    if (trialSelection.includesCheckProof()) {
      verifyChecksCanFail(step, red, solutionMutations);
    }
    return stepStart;
  }

  /** Returns the trials before the solution; each starts at the start of the step. */
  private List<Attempt> attempts(Step step, FailedChecks red, SolutionMutations solutionMutations) {
    var attempts = new ArrayList<Attempt>();
    Consumer<List<RecordedOutput.RecordedCommand>> printed = outputConsumer;
    if (printed != null && !step.offeredEntries().isEmpty()) {
      attempts.add(
          _ -> printed.accept(new OfferedCommandRecorder(openLab.commandRunner()).record(step)));
    }
    if (trialSelection.includes(Rule.WRONG)) {
      step.wrongs()
          .forEach(wrong -> attempts.add(stepStart -> expectFailure(step, stepStart, wrong, red)));
    }
    if (trialSelection.includes(Rule.ALTERNATIVE)) {
      step.alternatives()
          .forEach(script ->
              attempts.add(stepStart -> expectPass(step, stepStart, script, Rule.ALTERNATIVE)));
    }
    if (trialSelection.includes(Rule.LEFT_OUT)) {
      solutionMutations
          .shortened()
          .forEach(shortenedSolution ->
              attempts.add(stepStart -> tryShortened(step, stepStart, shortenedSolution, red)));
    }
    return attempts;
  }

  private void trySolution(Step step, StepStart stepStart) throws InterruptedException {
    Script solution = step.solution();
    if (solution != null) {
      expectPass(step, stepStart, solution, Rule.GREEN_AFTER);
    }
  }

  private void expectFailedChecks(Step step, StepStart stepStart, FailedChecks red) {
    long start = System.nanoTime();
    List<CheckState> states = stepStart.scripts().checkObserver().judge(step, stepStart.before());
    red.recordInitial(states);
    String problem = TrialMessages.initialProblems(states);
    report(step, Rule.RED_BEFORE, "the beginning of the step", problem, "", start);
  }

  private void expectPass(Step step, StepStart stepStart, Script script, Rule rule)
      throws InterruptedException {
    long start = System.nanoTime();
    ScriptResult scriptResult = runScript(step, stepStart, script, NO_SETTLE_TIME);
    CheckObserver.CheckReport checkReport = scriptResult.report();
    String problem =
        checkReport.held()
            ? ""
            : TrialMessages.openChecks(checkReport)
                + TrialMessages.lastFailure(scriptResult.results());
    if (problem.isEmpty()) {
      problem =
          new AnswerVerifier(judge)
              .problem(step, script, checkReport.observations(), stepStart.before());
    }
    report(step, rule, script.title(), problem, "", start);
  }

  private void expectFailure(Step step, StepStart stepStart, Script wrong, FailedChecks red)
      throws InterruptedException {
    long start = System.nanoTime();
    CheckObserver.CheckReport checkReport = runScript(step, stepStart, wrong, settleTime).report();
    red.record(checkReport.checks());
    String problem = "";
    if (checkReport.held()) {
      problem = wrong.place() + ": every check passes, but this solution is wrong.";
    } else if (checkReport.checks().stream().noneMatch(FailedChecks::hasFailed)) {
      problem = "No check fails: " + TrialMessages.openChecks(checkReport);
    }
    report(
        step,
        Rule.WRONG,
        wrong.title() + FailedChecks.describe(checkReport.checks()),
        problem,
        "",
        start);
  }

  /** Runs a shortened solution; if all checks pass, that's a warning but not a failure. */
  private void tryShortened(
      Step step,
      StepStart stepStart,
      SolutionMutations.ShortenedSolution shortenedSolution,
      FailedChecks red)
      throws InterruptedException {
    long start = System.nanoTime();
    CheckObserver.CheckReport checkReport =
        runScript(step, stepStart, shortenedSolution.script(), settleTime).report();
    red.record(checkReport.checks());
    String warning = "";
    if (checkReport.held()) {
      Script solution = step.solution() == null ? shortenedSolution.script() : step.solution();
      boolean asked =
          !new AnswerVerifier(judge)
              .problem(step, solution, checkReport.observations(), stepStart.before())
              .isEmpty();
      warning = asked ? "" : unnoticed(shortenedSolution);
    } else if (checkReport.checks().stream().noneMatch(FailedChecks::hasFailed)) {
      warning =
          shortenedSolution.place()
              + ": the checks can't be judged without it: "
              + TrialMessages.openChecks(checkReport);
    }
    report(step, Rule.LEFT_OUT, shortenedSolution.commandExcerpt(), "", warning, start);
  }

  private static String unnoticed(SolutionMutations.ShortenedSolution shortenedSolution) {
    return shortenedSolution.place()
        + ": no check notices when "
        + shortenedSolution.commandExcerpt()
        + " is left out. Add a check of its effect, or remove it from the solution.";
  }

  private void verifyChecksCanFail(
      Step step, FailedChecks red, SolutionMutations solutionMutations) {
    long start = System.nanoTime();
    boolean mutated = !solutionMutations.shortened().isEmpty();
    String problem =
        red.neverFailed(step).stream()
            .map(check -> TrialMessages.neverFailed(check, mutated))
            .collect(Collectors.joining(" "));
    String warning =
        solutionMutations.coveredByAlternative().stream()
            .map(LessonTrialRunner::unnoticed)
            .collect(Collectors.joining(" "));
    String what =
        solutionMutations.readOnlyCommands().isEmpty()
            ? ""
            : "not left out, because they change nothing: "
                + String.join(", ", solutionMutations.readOnlyCommands());
    report(step, Rule.CAN_FAIL, what, problem, warning, start);
  }

  /** Runs a script at the start of a step, and waits for the verdicts. */
  private static ScriptResult runScript(
      Step step, StepStart stepStart, Script script, Duration quiet) throws InterruptedException {
    try (StepWatch stepWatch =
        stepStart.scripts().checkObserver().watch(step, stepStart.before())) {
      List<CommandResult> ran = stepStart.scripts().run(script);
      return new ScriptResult(ran, stepWatch.await(StepScripts.timeLimit(step), quiet));
    }
  }

  /**
   * Restores the start of a step, and verifies it. In random order, no earlier step is solved
   * first.
   */
  private StepStart reset(Lab lab, Step step) throws InterruptedException {
    long start = System.nanoTime();
    openLab.clear();
    StepScripts hand = stepScripts(lab);
    List<Step> earlier = hasDrawnOrder() ? List.of() : lesson.steps().subList(0, step.number() - 1);
    var problem = new StringBuilder();
    for (Step done : earlier) {
      CheckObserver.CheckReport checkReport = hand.solve(done);
      if (!checkReport.held()) {
        problem.append("Step ").append(done.number()).append(" does not pass again: ");
        problem.append(TrialMessages.openChecks(checkReport)).append(' ');
      }
    }
    var stepStart = new StepStart(hand, hand.prepare(step, List.of()).before());
    problem.append(
        TrialMessages.initialProblems(hand.checkObserver().judge(step, stepStart.before())));
    report(step, Rule.RESET, "back to the beginning", problem.toString().strip(), "", start);
    return stepStart;
  }

  private StepScripts stepScripts(Lab lab) {
    return new StepScripts(lab, openLab.workspace(), judge);
  }

  /** Reports a trial. A trial that isn't selected is reported only if it failed. */
  private void report(
      Step step, Rule rule, String what, String problem, String warning, long start) {
    LabFault fault = labFault.get();
    if (fault != null) {
      throw fault;
    }
    if (trialSelection.includes(rule) || !problem.isEmpty()) {
      var took = Duration.ofNanos(System.nanoTime() - start);
      resultConsumer.accept(
          new TrialResult(lesson.id(), step.number(), rule, what, problem, warning, took));
    }
  }

  /** One trial; the lab has to be reset afterwards. */
  private interface Attempt {
    void run(StepStart stepStart) throws InterruptedException;
  }

  /** The lab at the start of a step. */
  private record StepStart(StepScripts scripts, Map<Subject, Observation> before) {}

  private record ScriptResult(List<CommandResult> results, CheckObserver.CheckReport report) {}
}
