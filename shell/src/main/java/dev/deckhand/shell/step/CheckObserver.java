package dev.deckhand.shell.step;

import dev.deckhand.check.Evidence;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.Lab;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.CheckState;
import dev.deckhand.session.StepProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Observes a lab and judges a step's checks, as a session does. */
public final class CheckObserver {

  private final Lab lab;
  private final Judge judge;
  private final Supplier<Turns.Pause> waits;

  public CheckObserver(Lab lab, Judge judge) {
    this(lab, judge, () -> () -> {});
  }

  /**
   * @param waits begins a time in which its thread only waits
   */
  CheckObserver(Lab lab, Judge judge, Supplier<Turns.Pause> waits) {
    this.lab = lab;
    this.judge = judge;
    this.waits = waits;
  }

  /** Observes every subject of a step's checks and questions once. */
  public Map<Subject, Observation> observe(Step step) {
    var seen = new LinkedHashMap<Subject, Observation>();
    StepProgress.subjectsOf(step).forEach(subject -> seen.put(subject, lab.observe(subject)));
    return seen;
  }

  /** Judges the checks of a step by what was observed at its beginning. */
  public List<CheckState> judge(Step step, Map<Subject, Observation> before) {
    var evidence = new Evidence(before, before);
    return step.checks().stream()
        .map(check ->
            CheckState.initial(check).withVerdict(judge.judge(check, evidence), Instant.EPOCH))
        .toList();
  }

  /** Starts to watch a step's checks, before anything is done in the step. */
  public StepWatch watch(Step step, Map<Subject, Observation> before) {
    return new StepWatch(lab, judge, step, before, waits);
  }

  /**
   * The result of waiting for checks.
   *
   * @param held whether every check passed, each for its hold time
   * @param took how long that took
   * @param timeline what the states follow from
   */
  public record CheckReport(
      boolean held,
      List<CheckState> checks,
      Map<Subject, Observation> observations,
      Duration took,
      StepTimeline timeline) {
    public CheckReport {
      checks = List.copyOf(checks);
      observations = Map.copyOf(observations);
    }
  }
}
