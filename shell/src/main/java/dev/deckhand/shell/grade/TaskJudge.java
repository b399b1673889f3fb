package dev.deckhand.shell.grade;

import dev.deckhand.check.Check;
import dev.deckhand.check.Evidence;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Question;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Verdict;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.CheckState;
import dev.deckhand.shell.step.StepTimeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns what was observed of a step, and what was answered, into outcomes. Pure: the same
 * observations and answers give the same outcomes.
 */
public final class TaskJudge {

  private static final int ANSWER_WEIGHT = 1;

  private final Judge judge;

  public TaskJudge(Judge judge) {
    this.judge = judge;
  }

  /**
   * Judges the tasks of a step.
   *
   * @param evidence of that step
   */
  public List<TaskGrade> tasks(Step step, StepEvidence evidence) {
    StepTimeline timeline = evidence.timeline();
    GivenAnswers given = evidence.answers();
    List<CheckState> states = timeline.judge(judge, step);
    Map<Subject, Observation> atTheEnd = timeline.atTheEnd();
    var tasks = new ArrayList<TaskGrade>();
    boolean anyGoal =
        states.stream()
            .anyMatch(state -> state.check().role() == Check.Role.GOAL && state.heldLastTime());
    boolean goals = states.stream().anyMatch(state -> state.check().role() == Check.Role.GOAL);
    for (CheckState state : states) {
      tasks.add(
          checkTask(
              state.check(), explained(outcome(state, anyGoal || !goals), evidence.causes())));
    }
    for (Question question : step.questions()) {
      tasks.add(
          new TaskGrade(
              question.id(),
              TaskGrade.Kind.QUESTION,
              question.title(),
              ANSWER_WEIGHT,
              false,
              outcome(
                  question,
                  new Evidence(given.seen(question.id(), atTheEnd), timeline.before()),
                  given.answers().getOrDefault(question.id(), ""))));
    }
    for (Quiz quiz : step.quizzes()) {
      tasks.add(
          new TaskGrade(
              quiz.id(),
              TaskGrade.Kind.QUIZ,
              quiz.title(),
              ANSWER_WEIGHT,
              false,
              outcome(quiz, given.choices().getOrDefault(quiz.id(), Set.of()))));
    }
    return tasks;
  }

  private static Outcome explained(Outcome outcome, Map<String, List<String>> causes) {
    return outcome instanceof Outcome.Failed(var findings)
        ? new Outcome.Failed(
            findings.stream()
                .map(finding ->
                    finding.causes().isEmpty()
                        ? finding.withCauses(causes.getOrDefault(finding.subject(), List.of()))
                        : finding)
                .toList())
        : outcome;
  }

  /** The tasks of a step that the submission didn't get to. */
  public List<TaskGrade> notReached(Step step, String reason) {
    var outcome = new Outcome.NotReached(reason);
    var tasks = new ArrayList<TaskGrade>();
    step.checks().forEach(check -> tasks.add(checkTask(check, outcome)));
    step.questions()
        .forEach(question ->
            tasks.add(
                new TaskGrade(
                    question.id(),
                    TaskGrade.Kind.QUESTION,
                    question.title(),
                    ANSWER_WEIGHT,
                    false,
                    outcome)));
    step.quizzes()
        .forEach(quiz ->
            tasks.add(
                new TaskGrade(
                    quiz.id(), TaskGrade.Kind.QUIZ, quiz.title(), ANSWER_WEIGHT, false, outcome)));
    return tasks;
  }

  private static TaskGrade checkTask(Check check, Outcome outcome) {
    return new TaskGrade(
        check.id(), TaskGrade.Kind.CHECK, check.title(), check.weight(), check.hidden(), outcome);
  }

  /**
   * @param invariantsCount whether the step was worked on: an invariant holds before anything is
   *     done, which earns nothing
   */
  private static Outcome outcome(CheckState state, boolean invariantsCount) {
    if (state.broken()) {
      return state.verdict() instanceof Verdict.Failed(var findings)
          ? new Outcome.Failed(findings)
          : new Outcome.Failed(
              List.of(
                  new Verdict.Finding(
                      state.check().title(),
                      "",
                      "it was broken",
                      "it holds all the time",
                      List.of())));
    }
    return switch (state.verdict()) {
      case Verdict.Failed(var findings) -> new Outcome.Failed(findings);
      case Verdict.Undecided(var reason, var remedy) -> new Outcome.Undecided(reason, remedy);
      case Verdict.Passed _ when !state.heldLastTime() ->
          new Outcome.Failed(
              List.of(
                  new Verdict.Finding(
                      state.check().title(),
                      "",
                      "it didn't hold long enough",
                      "it holds for " + state.check().hold().toSeconds() + " s",
                      List.of())));
      case Verdict.Passed _ when state.check().role() != Check.Role.GOAL && !invariantsCount ->
          new Outcome.NotReached("It counts once a goal of the step is reached.");
      case Verdict.Passed _ -> new Outcome.Passed();
    };
  }

  private Outcome outcome(Question question, Evidence evidence, String answer) {
    if (answer.isBlank()) {
      return new Outcome.NotReached("There's no answer.");
    }
    return switch (judge.judge(question, evidence, answer)) {
      case Verdict.Passed _ -> new Outcome.Passed();
      case Verdict.Failed(var findings) -> new Outcome.Failed(findings);
      case Verdict.Undecided(var reason, var remedy) -> new Outcome.Undecided(reason, remedy);
    };
  }

  /** Which choices are right isn't said: another learner may read it. */
  private static Outcome outcome(Quiz quiz, Set<Integer> chosen) {
    if (chosen.isEmpty()) {
      return new Outcome.NotReached("Nothing is chosen.");
    }
    if (chosen.equals(quiz.rightChoices())) {
      return new Outcome.Passed();
    }
    return new Outcome.Failed(
        List.of(
            new Verdict.Finding(
                "Your choice",
                "",
                String.join(" and ", chosen.stream().sorted().map(String::valueOf).toList()),
                "the right choice",
                List.of())));
  }
}
