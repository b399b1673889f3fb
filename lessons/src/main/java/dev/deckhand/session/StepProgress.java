package dev.deckhand.session;

import dev.deckhand.check.Expectation;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.journal.RecordedProgress;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The work on one step.
 *
 * @param before what was seen of each subject when the step began
 * @param now what was last seen of each
 * @param answeredQuestions ids of questions that were answered right
 * @param solvedQuizzes ids of quizzes that were solved
 * @param hintsGiven how many hints were given
 * @param failedAttempts how often each check or question was missed
 */
public record StepProgress(
    Step step,
    Stage stage,
    Map<Subject, Observation> before,
    Map<Subject, Observation> now,
    List<CheckState> checks,
    Set<String> answeredQuestions,
    Set<String> solvedQuizzes,
    int hintsGiven,
    FailedAttempts failedAttempts) {

  public StepProgress {
    before = Map.copyOf(before);
    now = Map.copyOf(now);
    checks = List.copyOf(checks);
    answeredQuestions = Set.copyOf(answeredQuestions);
    solvedQuizzes = Set.copyOf(solvedQuizzes);
  }

  /** Where the work on a step stands. */
  public enum Stage {
    /** The lab is being brought to the step's beginning; its checks are not armed. */
    PREPARING,
    /** The learner is at work and the checks are watching. */
    OPEN,
    /** All that it asks for held. */
    DONE
  }

  /** A step that nobody has begun. */
  static StepProgress initial(Step step) {
    return new StepProgress(
        step,
        Stage.PREPARING,
        Map.of(),
        Map.of(),
        step.checks().stream().map(CheckState::initial).toList(),
        Set.of(),
        Set.of(),
        0,
        FailedAttempts.NONE);
  }

  /** A step that was begun before, by a process that died. */
  static StepProgress restored(Step step, RecordedProgress past) {
    return new StepProgress(
        step,
        Stage.PREPARING,
        Map.of(),
        Map.of(),
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

  /** All that its checks and questions look at. */
  public static Set<Subject> subjectsOf(Step step) {
    var expectations =
        Stream.concat(
            step.checks().stream().flatMap(check -> check.expectations().stream()),
            step.questions().stream().flatMap(question -> question.expectations().stream()));
    var subjects = new LinkedHashSet<Subject>();
    expectations.map(Expectation::subject).forEach(subjects::add);
    return subjects;
  }

  /** Whether every check holds; questions and quizzes aside. */
  public boolean checksHold(Instant at) {
    return checks.stream().allMatch(check -> check.holds(at));
  }

  /** Whether all that the step asks for holds. */
  public boolean complete(Instant at) {
    return checksHold(at)
        && step.questions().stream().allMatch(question -> answeredQuestions.contains(question.id()))
        && step.quizzes().stream().allMatch(quiz -> solvedQuizzes.contains(quiz.id()));
  }

  StepProgress withStage(Stage next) {
    return new StepProgress(
        step,
        next,
        before,
        now,
        checks,
        answeredQuestions,
        solvedQuizzes,
        hintsGiven,
        failedAttempts);
  }

  StepProgress opened(Map<Subject, Observation> seenBefore) {
    return new StepProgress(
        step,
        Stage.OPEN,
        seenBefore,
        seenBefore,
        checks,
        answeredQuestions,
        solvedQuizzes,
        hintsGiven,
        failedAttempts);
  }

  StepProgress withObservations(Map<Subject, Observation> latest) {
    return new StepProgress(
        step,
        stage,
        before,
        latest,
        checks,
        answeredQuestions,
        solvedQuizzes,
        hintsGiven,
        failedAttempts);
  }

  StepProgress withChecks(List<CheckState> states) {
    return new StepProgress(
        step,
        stage,
        before,
        now,
        states,
        answeredQuestions,
        solvedQuizzes,
        hintsGiven,
        failedAttempts);
  }

  StepProgress withAnsweredQuestions(Set<String> ids) {
    return new StepProgress(
        step, stage, before, now, checks, ids, solvedQuizzes, hintsGiven, failedAttempts);
  }

  StepProgress withSolvedQuizzes(Set<String> ids) {
    return new StepProgress(
        step, stage, before, now, checks, answeredQuestions, ids, hintsGiven, failedAttempts);
  }

  StepProgress withHintsGiven(int given) {
    return new StepProgress(
        step, stage, before, now, checks, answeredQuestions, solvedQuizzes, given, failedAttempts);
  }

  StepProgress withFailedAttempts(FailedAttempts next) {
    return new StepProgress(
        step, stage, before, now, checks, answeredQuestions, solvedQuizzes, hintsGiven, next);
  }
}
