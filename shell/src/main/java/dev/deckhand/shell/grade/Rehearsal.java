package dev.deckhand.shell.grade;

import dev.deckhand.check.Check;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Verdict;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Lab;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.shell.grade.Trial.Rule;
import dev.deckhand.shell.loop.Berth;
import dev.deckhand.shell.loop.Lookout;
import dev.deckhand.shell.loop.Stagehand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs a lesson in a real lab as rules 1 to 4 of the lesson language want it: red before, green
 * after, every alternative passes, every wrong fails, every step resets.
 */
public final class Rehearsal {

  /** A lab is settled when nothing that the checks look at has changed for that long. */
  private static final Duration SETTLED = Duration.ofSeconds(4);

  private final Lesson lesson;
  private final Berth berth;
  private final Judge judge;
  private final Consumer<Trial> told;

  /**
   * @param told each trial, as soon as it is over
   */
  public Rehearsal(Lesson lesson, Berth berth, Judge judge, Consumer<Trial> told) {
    this.lesson = lesson;
    this.berth = berth;
    this.judge = judge;
    this.told = told;
  }

  /** Runs all trials of all steps, in one lab. */
  public void run(BootProgress progress) throws InterruptedException {
    Lab lab = berth.open(lesson.needs(), progress);
    Stage stage = new Stage(hand(lab), Map.of());
    for (Step step : lesson.steps()) {
      stage = new Stage(stage.hand(), stage.hand().prepare(step, List.of()));
      stage = rehearse(lab, step, stage);
    }
  }

  private Stage rehearse(Lab lab, Step step, Stage first) throws InterruptedException {
    Stage stage = first;
    if (step.checks().isEmpty()) {
      finish(step, stage);
      return stage;
    }
    redBefore(step, stage, Rule.RED_BEFORE);
    for (Script wrong : step.wrongs()) {
      fails(step, stage, wrong);
      stage = reset(lab, step);
    }
    for (Script alternative : step.alternatives()) {
      passes(step, stage, alternative, Rule.ALTERNATIVE);
      stage = reset(lab, step);
    }
    if (step.wrongs().isEmpty() && step.alternatives().isEmpty()) {
      finish(step, stage);
      stage = reset(lab, step);
    }
    finish(step, stage);
    return stage;
  }

  private void finish(Step step, Stage stage) throws InterruptedException {
    Script solution = step.solution();
    if (solution != null) {
      passes(step, stage, solution, Rule.GREEN_AFTER);
    }
  }

  private void redBefore(Step step, Stage stage, Rule rule) {
    long start = System.nanoTime();
    List<Lookout.Judged> judged =
        stage.hand().lookout().judge(step, stage.before(), stage.before());
    String problem =
        judged.stream()
            .map(Rehearsal::wrongAtTheStart)
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(" "));
    tell(step, rule, "the beginning of the step", problem, start);
  }

  private static String wrongAtTheStart(Lookout.Judged judged) {
    Check check = judged.check();
    boolean goal = check.role() == Check.Role.GOAL;
    return switch (judged.verdict()) {
      case Verdict.Passed _ -> goal ? said(check) + " holds before the learner did anything." : "";
      case Verdict.Failed(var findings) ->
          goal
              ? ""
              : said(check) + " must hold from the beginning: " + findings.getFirst().sentence();
      case Verdict.Undecided(var why, var _) -> said(check) + " could not be judged: " + why;
    };
  }

  private void passes(Step step, Stage stage, Script script, Rule rule)
      throws InterruptedException {
    long start = System.nanoTime();
    List<CommandResult> ran = stage.hand().run(script);
    Lookout.Report report =
        stage
            .hand()
            .lookout()
            .await(step, stage.before(), Stagehand.within(step), Duration.ofDays(1));
    String problem = report.held() ? "" : open(report) + tail(ran);
    if (problem.isEmpty()) {
      problem = new Replies(judge).problem(step, script, report.now(), stage.before());
    }
    tell(step, rule, script.title(), problem, start);
  }

  private void fails(Step step, Stage stage, Script wrong) throws InterruptedException {
    long start = System.nanoTime();
    stage.hand().run(wrong);
    Lookout.Report report =
        stage.hand().lookout().await(step, stage.before(), Stagehand.within(step), SETTLED);
    boolean failed =
        report.judged().stream().anyMatch(judged -> judged.verdict() instanceof Verdict.Failed);
    String problem = "";
    if (report.held()) {
      problem = "Every check passes, though this is wrong.";
    } else if (!failed) {
      problem = "No check fails by a verdict: " + open(report);
    }
    tell(step, Rule.WRONG, wrong.title(), problem, start);
  }

  /** Brings back the beginning of a step, and proves it. */
  private Stage reset(Lab lab, Step step) throws InterruptedException {
    long start = System.nanoTime();
    berth.clear();
    Stagehand hand = hand(lab);
    List<Step> earlier = lesson.steps().subList(0, step.number() - 1);
    var problem = new StringBuilder();
    for (Step done : earlier) {
      Lookout.Report report = hand.solve(done);
      if (!report.held()) {
        problem.append("Step ").append(done.number()).append(" is not green again: ");
        problem.append(open(report)).append(' ');
      }
    }
    var stage = new Stage(hand, hand.prepare(step, List.of()));
    hand.lookout().judge(step, stage.before(), stage.before()).stream()
        .map(Rehearsal::wrongAtTheStart)
        .filter(words -> !words.isEmpty())
        .forEach(words -> problem.append(words).append(' '));
    tell(step, Rule.RESET, "back to the beginning", problem.toString().strip(), start);
    return stage;
  }

  private Stagehand hand(Lab lab) {
    return new Stagehand(lab, berth.workspace(), judge);
  }

  private void tell(Step step, Rule rule, String what, String problem, long start) {
    var took = Duration.ofNanos(System.nanoTime() - start);
    told.accept(new Trial(lesson.id(), step.number(), rule, what, problem, took));
  }

  private static String open(Lookout.Report report) {
    return report.judged().stream()
        .filter(judged -> !judged.passed())
        .map(judged -> said(judged.check()) + " " + words(judged.verdict()))
        .collect(Collectors.joining(" "));
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passed _ -> "passes.";
      case Verdict.Failed(var findings) -> "fails: " + findings.getFirst().sentence() + ".";
      case Verdict.Undecided(var why, var _) -> "is undecided: " + why;
    };
  }

  private static String said(Check check) {
    return check.place() + ": \"" + check.title() + "\"";
  }

  /** What the last command that failed had to say: the cause, more often than not. */
  private static String tail(List<CommandResult> ran) {
    return ran.stream()
        .filter(result -> result.exitCode() != 0)
        .reduce((_, last) -> last)
        .map(result -> " The command ended with " + result.exitCode() + ": " + result.output())
        .orElse("")
        .stripTrailing();
  }

  /** The lab at the beginning of a step. */
  private record Stage(Stagehand hand, Map<Subject, Observation> before) {}
}
