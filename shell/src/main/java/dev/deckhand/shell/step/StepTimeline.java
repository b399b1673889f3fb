package dev.deckhand.shell.step;

import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.SubjectObservation;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.CheckState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the states of a step's checks follow from.
 *
 * @param before what was observed when the step began
 * @param early what was observed while commands ran, in order; empty unless an invariant may break
 *     for good
 * @param observed what was observed afterwards, in order
 * @param end when waiting ended, from the same moment on as the observations' times
 */
public record StepTimeline(
    Map<Subject, Observation> before,
    List<SubjectObservation> early,
    List<TimedObservation> observed,
    Duration end) {
  public StepTimeline {
    before = Map.copyOf(before);
    early = List.copyOf(early);
    observed = List.copyOf(observed);
  }

  /**
   * An observation and its time.
   *
   * @param at since waiting began
   */
  public record TimedObservation(Duration at, SubjectObservation observation) {}

  /** Judges it again; leads to the states that it led to when it was recorded. */
  public List<CheckState> judge(Judge judge, Step step) {
    var verdicts = new StepVerdicts(judge, step, before);
    early.forEach(verdicts::addEarly);
    verdicts.addNothing(Duration.ZERO);
    observed.forEach(timed -> verdicts.add(timed.at(), timed.observation()));
    return verdicts.end(end);
  }

  /** The last observation of each subject; those that were never observed are missing. */
  public Map<Subject, Observation> atTheEnd() {
    var last = new LinkedHashMap<Subject, Observation>();
    observed.forEach(
        timed -> last.put(timed.observation().subject(), timed.observation().observation()));
    return last;
  }
}
