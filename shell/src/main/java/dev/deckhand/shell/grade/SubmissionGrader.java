package dev.deckhand.shell.grade;

import dev.deckhand.check.Check;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.WorkspaceContent;
import dev.deckhand.lab.time.TimedPart;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.shell.step.CheckObserver.CheckReport;
import dev.deckhand.shell.step.StepScripts;
import dev.deckhand.shell.step.Turns;
import dev.deckhand.shell.submission.SubmittedWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a submission through a lesson, step by step, and judges each step. A step that isn't solved
 * costs its own points only: before the next one, the lab is cleared and the earlier steps are
 * solved as the lesson's author does it. For one thread, and one submission.
 */
public final class SubmissionGrader {

  private static final String NOTHING_THERE = "The submission has nothing for this step.";
  private static final String TIME_OVER = "The time for the submission was over before this step.";

  private final Lesson lesson;
  private final List<WorkspaceContent> files;
  private final GradingLimits limits;
  private final ConfinedLab lab;
  private final Judge judge;
  private final TaskJudge tasks;
  private final SubmissionRunner runner;
  private final StepEntries entries;
  private final AtomicReference<@Nullable LabFault> lost = new AtomicReference<>();
  private Consumer<String> progress = _ -> {};
  private Turns.Turn turn = Turns.alone();
  private final List<StepGrade> grades = new ArrayList<>();
  private final List<StepEvidence> evidence = new ArrayList<>();
  private final Map<Integer, Duration> took = new HashMap<>();

  /**
   * @param lab as it starts; it's changed
   */
  public SubmissionGrader(SubmittedWork work, GradingLimits limits, ConfinedLab lab, Judge judge) {
    this.lesson = work.lesson();
    this.files =
        work.files().entrySet().stream()
            .map(file ->
                new WorkspaceContent(
                    file.getKey(), file.getValue().content(), file.getValue().executable()))
            .toList();
    this.limits = limits;
    this.lab = lab;
    this.judge = judge;
    this.tasks = new TaskJudge(judge);
    this.runner = new SubmissionRunner(limits);
    this.entries = new StepEntries(work);
  }

  /** Also tells each step that begins, in a few words. */
  public SubmissionGrader telling(Consumer<String> progress) {
    this.progress = progress;
    return this;
  }

  /** Lets others work while it only waits for checks. */
  public SubmissionGrader inTurn(Turns.Turn taken) {
    this.turn = taken;
    return this;
  }

  /**
   * Grades all steps.
   *
   * @throws LabFault if the lab is lost: nothing can be said about the submission then
   */
  public GradedSubmission grade() throws InterruptedException {
    lab.lab().onLost(fault -> lost.compareAndSet(null, fault));
    write();
    boolean behind = false;
    for (Step step : lesson.steps()) {
      entries.begin(step.number());
      long start = System.nanoTime();
      if (step.isReadingOnly() && !entries.hasNext()) {
        grades.add(
            new StepGrade(
                step.number(), lesson.writtenNumber(step), step.title(), List.of(), List.of()));
        continue;
      }
      if (!entries.hasWorkFor(step) || runner.isOver()) {
        grades.add(notReached(step, runner.isOver() ? TIME_OVER : NOTHING_THERE));
        behind = true;
        continue;
      }
      progress.accept("Step " + step.number() + " of " + lesson.steps().size() + " ...");
      StepGrade grade = gradeStep(step, behind);
      grades.add(grade);
      behind = !isSolved(grade);
      took.put(step.number(), Duration.ofNanos(System.nanoTime() - start));
      failIfLost();
    }
    return new GradedSubmission(grades, runner.commands(), evidence, took);
  }

  private StepGrade notReached(Step step, String reason) {
    return new StepGrade(
        step.number(),
        lesson.writtenNumber(step),
        step.title(),
        tasks.notReached(step, reason),
        List.of());
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
    StepScripts scripts = new StepScripts(lab.lab(), lab.authored(), judge, turn);
    Map<Subject, Observation> before = scripts.prepare(step, List.of()).before();
    var run = new StepRun(step, entries, runner, lab, scripts.checkObserver());
    StepEvidence seen = run.run(before, patience(step));
    failIfLost();
    evidence.add(seen);
    remarks.addAll(run.remarks());
    return new StepGrade(
        step.number(), lesson.writtenNumber(step), step.title(), tasks.tasks(step, seen), remarks);
  }

  /** As long as a hold time may still be running, nothing seems to change. */
  private Duration patience(Step step) {
    Duration hold =
        step.checks().stream().map(Check::hold).max(Duration::compareTo).orElse(Duration.ZERO);
    return limits.patience().plus(hold);
  }

  /** Puts the lab into the state in which the steps before this one are solved. */
  private void catchUp(Step step) throws InterruptedException {
    try (var _ = TimedPart.of("clear the lab")) {
      lab.clear();
    }
    write();
    StepScripts scripts = new StepScripts(lab.lab(), lab.authored(), judge, turn);
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

  private void write() {
    try (var _ = TimedPart.of("write the files")) {
      lab.write(files);
    }
  }

  private void failIfLost() {
    LabFault fault = lost.get();
    if (fault != null) {
      throw fault;
    }
  }
}
