package dev.deckhand.shell.grade;

import dev.deckhand.check.Evidence;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.WorkspaceContent;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.shell.step.CheckObserver.CheckReport;
import dev.deckhand.shell.step.StepScripts;
import dev.deckhand.shell.step.StepWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs a submission through a lesson, step by step, and judges each step. A step that isn't solved
 * costs its own points only: before the next one, the lab is cleared and the earlier steps are
 * solved as the lesson's author does it.
 */
final class SubmissionGrader {

  private static final String NOTHING_THERE = "The submission has nothing for this step.";
  private static final String TIME_OVER = "The time for the submission was over before this step.";

  private final Lesson lesson;
  private final SubmittedSteps submitted;
  private final List<WorkspaceContent> files;
  private final GradingLimits limits;
  private final ConfinedLab lab;
  private final Judge judge;
  private final TaskJudge tasks;
  private final SubmissionRunner runner;
  private final AtomicReference<@Nullable LabFault> lost = new AtomicReference<>();
  private final List<StepGrade> grades = new ArrayList<>();
  private final List<StepEvidence> evidence = new ArrayList<>();

  /**
   * @param files of the submission, which are put into the workspace
   * @param lab as it starts; it's changed
   */
  SubmissionGrader(
      Lesson lesson,
      SubmittedSteps submitted,
      List<WorkspaceContent> files,
      GradingLimits limits,
      ConfinedLab lab,
      Judge judge) {
    this.lesson = lesson;
    this.submitted = submitted;
    this.files = List.copyOf(files);
    this.limits = limits;
    this.lab = lab;
    this.judge = judge;
    this.tasks = new TaskJudge(judge);
    this.runner = new SubmissionRunner(limits);
  }

  /**
   * Grades all steps.
   *
   * @throws LabFault if the lab is lost: nothing can be said about the submission then
   */
  GradedSubmission grade() throws InterruptedException {
    lab.lab().onLost(fault -> lost.compareAndSet(null, fault));
    lab.write(files);
    boolean behind = false;
    for (Step step : lesson.steps()) {
      if (step.isReadingOnly() && submitted.entries(step.number()).isEmpty()) {
        grades.add(new StepGrade(step.number(), step.title(), List.of(), List.of()));
      } else if (!submitted.hasWorkFor(step)) {
        grades.add(notReached(step, NOTHING_THERE));
        behind = true;
      } else if (runner.isOver()) {
        grades.add(notReached(step, TIME_OVER));
        behind = true;
      } else {
        StepGrade grade = gradeStep(step, behind);
        grades.add(grade);
        behind = !isSolved(grade);
      }
      failIfLost();
    }
    return new GradedSubmission(grades, runner.commands(), evidence);
  }

  private StepGrade notReached(Step step, String reason) {
    return new StepGrade(step.number(), step.title(), tasks.notReached(step, reason), List.of());
  }

  private static boolean isSolved(StepGrade grade) {
    return grade.tasks().stream().allMatch(task -> task.outcome() instanceof Outcome.Passed);
  }

  /**
   * @param behind whether an earlier step isn't solved
   */
  private StepGrade gradeStep(Step step, boolean behind) throws InterruptedException {
    var remarks = new ArrayList<String>();
    if (behind) {
      catchUp(step);
      remarks.add("It began in a lab in which the earlier steps were solved for you.");
    }
    StepScripts scripts = new StepScripts(lab.lab(), lab.authored(), judge);
    Map<Subject, Observation> before = scripts.prepare(step, List.of()).before();
    CheckReport report;
    try (StepWatch watch = scripts.checkObserver().watch(step, before)) {
      remarks.addAll(runCommands(step));
      lab.pause();
      report = watch.await(StepScripts.timeLimit(step), patience(step));
    }
    failIfLost();
    evidence.add(new StepEvidence(step.number(), report.timeline()));
    return new StepGrade(
        step.number(),
        step.title(),
        tasks.tasks(
            step,
            report.checks(),
            new Evidence(report.observations(), before),
            submitted.answers(),
            submitted.choices()),
        remarks);
  }

  /** Returns the remarks on commands that ran out of time. */
  private List<String> runCommands(Step step) throws InterruptedException {
    var remarks = new ArrayList<String>();
    TimeBudget budget = runner.stepBudget();
    for (String entry : submitted.entries(step.number())) {
      if (runner.run(step.number(), entry, lab.submitted(), budget)
          == SubmissionRunner.Run.NO_TIME) {
        remarks.add("The step's time was over before all of its commands had run.");
        break;
      }
    }
    runner.commands().stream()
        .filter(command -> command.step() == step.number() && command.timedOut())
        .forEach(command ->
            remarks.add(
                "A command was ended after "
                    + command.took().toSeconds()
                    + " s: "
                    + firstLine(command.command())));
    return remarks;
  }

  private static String firstLine(String command) {
    String line = command.strip().lines().findFirst().orElse("");
    return line.length() <= 80 ? line : line.substring(0, 80) + "…";
  }

  /** As long as a hold time may still be running, nothing seems to change. */
  private Duration patience(Step step) {
    Duration hold =
        step.checks().stream()
            .map(check -> check.hold())
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    return limits.patience().plus(hold);
  }

  /** Puts the lab into the state in which the steps before this one are solved. */
  private void catchUp(Step step) throws InterruptedException {
    lab.clear();
    lab.write(files);
    StepScripts scripts = new StepScripts(lab.lab(), lab.authored(), judge);
    for (Step earlier : lesson.steps().subList(0, step.number() - 1)) {
      CheckReport solved = scripts.solve(earlier);
      if (!solved.held()) {
        throw new LabFault(
            LabFault.Kind.LOST,
            "Step " + earlier.number() + " isn't solved by the lesson's own solution.",
            "Run: deckhand lesson test " + lesson.id());
      }
    }
  }

  private void failIfLost() {
    LabFault fault = lost.get();
    if (fault != null) {
      throw fault;
    }
  }
}
