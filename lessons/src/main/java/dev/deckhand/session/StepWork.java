package dev.deckhand.session;

import dev.deckhand.check.Expectation;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lesson.Step;
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
 * @param answered ids of questions that were answered right
 * @param chosen ids of quizzes that were solved
 * @param hints how many hints were given
 * @param misses how often each check or question was missed
 */
public record StepWork(
    Step step,
    Stage stage,
    Map<Subject, Observation> before,
    Map<Subject, Observation> now,
    List<CheckState> checks,
    Set<String> answered,
    Set<String> chosen,
    int hints,
    Misses misses) {

  public StepWork {
    before = Map.copyOf(before);
    now = Map.copyOf(now);
    checks = List.copyOf(checks);
    answered = Set.copyOf(answered);
    chosen = Set.copyOf(chosen);
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
  static StepWork fresh(Step step) {
    return new StepWork(
        step,
        Stage.PREPARING,
        Map.of(),
        Map.of(),
        step.checks().stream().map(CheckState::unseen).toList(),
        Set.of(),
        Set.of(),
        0,
        Misses.NONE);
  }

  /** All that its checks and questions look at. */
  public static Set<Subject> subjects(Step step) {
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
        && step.questions().stream().allMatch(question -> answered.contains(question.id()))
        && step.quizzes().stream().allMatch(quiz -> chosen.contains(quiz.id()));
  }

  StepWork in(Stage next) {
    return new StepWork(step, next, before, now, checks, answered, chosen, hints, misses);
  }

  StepWork armed(Map<Subject, Observation> seenBefore) {
    return new StepWork(
        step, Stage.OPEN, seenBefore, seenBefore, checks, answered, chosen, hints, misses);
  }

  StepWork seeing(Map<Subject, Observation> latest) {
    return new StepWork(step, stage, before, latest, checks, answered, chosen, hints, misses);
  }

  StepWork judged(List<CheckState> states) {
    return new StepWork(step, stage, before, now, states, answered, chosen, hints, misses);
  }

  StepWork withAnswered(Set<String> ids) {
    return new StepWork(step, stage, before, now, checks, ids, chosen, hints, misses);
  }

  StepWork withChosen(Set<String> ids) {
    return new StepWork(step, stage, before, now, checks, answered, ids, hints, misses);
  }

  StepWork withHints(int given) {
    return new StepWork(step, stage, before, now, checks, answered, chosen, given, misses);
  }

  StepWork withMisses(Misses next) {
    return new StepWork(step, stage, before, now, checks, answered, chosen, hints, next);
  }
}
