package dev.deckhand.shell.step;

import dev.deckhand.check.Check;
import dev.deckhand.check.Evidence;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.SubjectObservation;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.CheckState;
import dev.deckhand.session.StepProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The states of one step's checks, from what is observed of it in the course of time. The same
 * observations at the same times lead to the same states, so a recorded step can be judged again.
 * For one thread.
 */
final class StepVerdicts {

  private final Judge judge;
  private final Set<Subject> subjects;
  private final Map<Subject, Observation> before;
  private final boolean breakable;
  private final List<SubjectObservation> early = new ArrayList<>();
  private final Map<Subject, Observation> now = new LinkedHashMap<>();
  private List<CheckState> states;
  private boolean caughtUp;

  /**
   * @param before what was observed when the step began
   */
  StepVerdicts(Judge judge, Step step, Map<Subject, Observation> before) {
    this.judge = judge;
    this.subjects = StepProgress.subjectsOf(step);
    this.before = Map.copyOf(before);
    this.states = step.checks().stream().map(CheckState::initial).toList();
    this.breakable = step.checks().stream().anyMatch(check -> check.role() == Check.Role.FATAL);
  }

  /** Whether an invariant may break for good, so that what happens meanwhile matters, too. */
  boolean isBreakable() {
    return breakable;
  }

  /** The subjects of the step. */
  Set<Subject> subjects() {
    return subjects;
  }

  /** Adds what was observed while commands ran. It counts only where it broke an invariant. */
  void addEarly(SubjectObservation observation) {
    if (breakable) {
      early.add(observation);
    }
  }

  /**
   * Adds what was observed afterwards. Nothing is judged until every subject was observed.
   *
   * @param at the time since any fixed moment; never less than before
   * @return whether it differs from the subject's last observation
   */
  boolean add(Duration at, SubjectObservation observation) {
    Observation old = now.put(observation.subject(), observation.observation());
    boolean changed = !observation.observation().equals(old);
    if (!caughtUp && now.keySet().containsAll(subjects)) {
      catchUp(at);
    } else if (caughtUp && changed) {
      judge(now, at);
    }
    return changed;
  }

  /** Call it once the first observations were added; a step without subjects is judged then. */
  void addNothing(Duration at) {
    if (!caughtUp && now.keySet().containsAll(subjects)) {
      catchUp(at);
    }
  }

  private void catchUp(Duration at) {
    caughtUp = true;
    var then = new LinkedHashMap<>(before);
    if (breakable) {
      judge(then, at);
    }
    for (SubjectObservation observation : early) {
      then.put(observation.subject(), observation.observation());
      judge(then, at);
    }
    judge(now, at);
  }

  private void judge(Map<Subject, Observation> observed, Duration at) {
    var evidence = new Evidence(observed, before);
    Instant instant = instant(at);
    states =
        states.stream()
            .map(state -> state.withVerdict(judge.judge(state.check(), evidence), instant))
            .toList();
  }

  private static Instant instant(Duration at) {
    return Instant.EPOCH.plus(at);
  }

  /** Whether every subject was observed. */
  boolean isCaughtUp() {
    return caughtUp;
  }

  /** Whether every check has passed for its hold time. */
  boolean allHold(Duration at) {
    return caughtUp && states.stream().allMatch(state -> state.holds(instant(at)));
  }

  /** Whether all checks pass now, even if not for their hold time yet. */
  boolean allPass() {
    return states.stream().allMatch(state -> state.passingSince() != null && !state.broken());
  }

  /** Judges once more, since time alone makes a check hold; returns the states. */
  List<CheckState> end(Duration at) {
    if (caughtUp) {
      judge(now, at);
    }
    return states;
  }

  /** The last observation of each subject. */
  Map<Subject, Observation> now() {
    return Map.copyOf(now);
  }
}
