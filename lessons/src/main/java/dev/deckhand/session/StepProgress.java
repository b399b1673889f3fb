package dev.deckhand.session;

import dev.deckhand.check.Evidence;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Subject;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.journal.RecordedProgress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The learner's progress in one step.
 *
 * @param evidence what was observed when the step began, and what was observed last
 * @param answeredQuestions ids of questions that were answered correctly
 * @param solvedQuizzes ids of quizzes that were solved
 * @param hintsGiven how many hints were given
 * @param failedAttempts how often each check, question and quiz has failed
 */
public record StepProgress(
    Step step,
    Evidence evidence,
    List<CheckState> checks,
    Set<String> answeredQuestions,
    Set<String> solvedQuizzes,
    int hintsGiven,
    FailedAttempts failedAttempts) {

  public StepProgress {
    checks = List.copyOf(checks);
    answeredQuestions = Set.copyOf(answeredQuestions);
    solvedQuizzes = Set.copyOf(solvedQuizzes);
  }

  /** A step without any progress. */
  static StepProgress initial(Step step) {
    return restored(step, RecordedProgress.NONE);
  }

  /** A step that was started by a process that was killed. */
  static StepProgress restored(Step step, RecordedProgress past) {
    return new StepProgress(
        step,
        new Evidence(Map.of(), Map.of()),
        step.checks().stream()
            .map(CheckState::initial)
            .map(state ->
                past.brokenChecks().contains(state.check().id()) ? state.asBroken() : state)
            .toList(),
        past.answeredQuestions(),
        past.solvedQuizzes(),
        past.hintsGiven(),
        FailedAttempts.NONE);
  }

  /** The subjects of its checks and questions. */
  public static Set<Subject> subjectsOf(Step step) {
    var expectations =
        Stream.concat(
            step.checks().stream().flatMap(check -> check.expectations().stream()),
            step.questions().stream().flatMap(question -> question.expectations().stream()));
    var subjects = new LinkedHashSet<Subject>();
    expectations.map(Expectation::subject).forEach(subjects::add);
    return subjects;
  }

  /** Whether every check has passed for its hold time. */
  public boolean checksHold() {
    return checks.stream().allMatch(CheckState::heldLastTime);
  }

  /** Whether the step is done: checks, questions and quizzes. */
  public boolean complete() {
    return checksHold()
        && step.questions().stream().allMatch(question -> answeredQuestions.contains(question.id()))
        && step.quizzes().stream().allMatch(quiz -> solvedQuizzes.contains(quiz.id()));
  }

  /** The same step in a new lab: only the hints that were given stay. */
  StepProgress restarted() {
    return initial(step).withHelp(hintsGiven, FailedAttempts.NONE);
  }

  StepProgress withEvidence(Evidence evidence) {
    return new StepProgress(
        step, evidence, checks, answeredQuestions, solvedQuizzes, hintsGiven, failedAttempts);
  }

  StepProgress withChecks(List<CheckState> states) {
    return new StepProgress(
        step, evidence, states, answeredQuestions, solvedQuizzes, hintsGiven, failedAttempts);
  }

  StepProgress withAnswered(String question) {
    return new StepProgress(
        step,
        evidence,
        checks,
        plus(answeredQuestions, question),
        solvedQuizzes,
        hintsGiven,
        failedAttempts);
  }

  StepProgress withSolved(String quiz) {
    return new StepProgress(
        step,
        evidence,
        checks,
        answeredQuestions,
        plus(solvedQuizzes, quiz),
        hintsGiven,
        failedAttempts);
  }

  StepProgress withHelp(int hints, FailedAttempts attempts) {
    return new StepProgress(
        step, evidence, checks, answeredQuestions, solvedQuizzes, hints, attempts);
  }

  private static Set<String> plus(Set<String> ids, String id) {
    return Stream.concat(ids.stream(), Stream.of(id)).collect(Collectors.toUnmodifiableSet());
  }
}
