package dev.deckhand.shell.loop;

import dev.deckhand.check.Check;
import dev.deckhand.check.Evidence;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Verdict;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.Sighting;
import dev.deckhand.lab.Watch;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.StepWork;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Watches a lab until a step's checks hold, or nothing moves any more. Blocks its caller. */
public final class Lookout {

  private final Lab lab;
  private final Judge judge;

  public Lookout(Lab lab, Judge judge) {
    this.lab = lab;
    this.judge = judge;
  }

  /** Looks once at all that a step's checks and questions look at. */
  public Map<Subject, Observation> look(Step step) {
    var seen = new LinkedHashMap<Subject, Observation>();
    StepWork.subjects(step).forEach(subject -> seen.put(subject, lab.observe(subject)));
    return seen;
  }

  /** Judges the checks of a step by what was seen. */
  public List<Judged> judge(
      Step step, Map<Subject, Observation> now, Map<Subject, Observation> before) {
    var evidence = new Evidence(now, before);
    return step.checks().stream()
        .map(check -> new Judged(check, judge.judge(check, evidence)))
        .toList();
  }

  /**
   * Waits until every check of a step holds, for as long as each must; or until {@code within} has
   * passed; or until nothing that the checks look at has changed for {@code quiet}.
   */
  public Report await(Step step, Map<Subject, Observation> before, Duration within, Duration quiet)
      throws InterruptedException {
    BlockingQueue<Sighting> sightings = new LinkedBlockingQueue<>();
    var now = new LinkedHashMap<Subject, Observation>();
    long start = System.nanoTime();
    long changed = start;
    long passingSince = -1;
    Duration hold =
        step.checks().stream().map(Check::hold).max(Duration::compareTo).orElse(Duration.ZERO);
    try (Watch _ = lab.watch(StepWork.subjects(step), sightings::add)) {
      while (true) {
        List<Judged> judged = judge(step, now, before);
        long at = System.nanoTime();
        boolean pass = judged.stream().allMatch(Judged::passed);
        passingSince = pass ? (passingSince < 0 ? at : passingSince) : -1;
        if (pass && at - passingSince >= hold.toNanos()) {
          return new Report(true, judged, now, Duration.ofNanos(at - start));
        }
        boolean late = at - start >= within.toNanos();
        boolean still = at - changed >= quiet.toNanos() && !pass;
        if (late || still) {
          return new Report(false, judged, now, Duration.ofNanos(at - start));
        }
        Sighting next = sightings.poll(50, TimeUnit.MILLISECONDS);
        for (; next != null; next = sightings.poll()) {
          Observation old = now.put(next.subject(), next.observation());
          if (!next.observation().equals(old)) {
            changed = System.nanoTime();
          }
        }
      }
    }
  }

  /** A check with its verdict. */
  public record Judged(Check check, Verdict verdict) {
    public boolean passed() {
      return verdict instanceof Verdict.Passed;
    }
  }

  /**
   * What came of waiting.
   *
   * @param held whether every check held
   * @param took how long it took until that was known
   */
  public record Report(
      boolean held, List<Judged> judged, Map<Subject, Observation> now, Duration took) {
    public Report {
      judged = List.copyOf(judged);
      now = Map.copyOf(now);
    }
  }
}
