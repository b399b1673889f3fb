package dev.deckhand.shell.step;

import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.SubjectObservation;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.time.TimedPart;
import dev.deckhand.lesson.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches one step's checks from its beginning to its end, and judges them as a session does: each
 * check has its own hold time, and a fatal one that broke stays broken. For one thread.
 */
public final class StepWatch implements AutoCloseable {

  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

  private final Lab lab;
  private final Supplier<Turns.Pause> waits;
  private final Map<Subject, Observation> before;
  private final StepVerdicts verdicts;
  private final BlockingQueue<SubjectObservation> earlyObservations = new LinkedBlockingQueue<>();
  private final @Nullable Watch earlyWatch;

  /**
   * @param waits begins a time in which this thread only waits
   */
  StepWatch(
      Lab lab,
      Judge judge,
      Step step,
      Map<Subject, Observation> before,
      Supplier<Turns.Pause> waits) {
    this.lab = lab;
    this.waits = waits;
    this.before = Map.copyOf(before);
    this.verdicts = new StepVerdicts(judge, step, before);
    // for other checks, what is there at the end is enough
    this.earlyWatch =
        verdicts.isBreakable() ? lab.watch(verdicts.subjects(), earlyObservations::add) : null;
  }

  /**
   * Waits until every check has passed for its hold time; or until {@code within} has elapsed; or
   * until everything was observed and nothing has changed for {@code quiet}. Earlier observations
   * count only if they broke an invariant.
   */
  public CheckObserver.CheckReport await(Duration within, Duration quiet)
      throws InterruptedException {
    try (var _ = waits.get()) {
      return awaitChecks(within, quiet);
    }
  }

  private CheckObserver.CheckReport awaitChecks(Duration within, Duration quiet)
      throws InterruptedException {
    BlockingQueue<SubjectObservation> subjectObservations = new LinkedBlockingQueue<>();
    var observed = new ArrayList<StepTimeline.TimedObservation>();
    long begun = System.nanoTime();
    Duration changed = Duration.ZERO;
    var early = new ArrayList<SubjectObservation>();
    verdicts.addNothing(Duration.ZERO);
    try (var wait = new TimedWait();
        Watch _ = lab.watch(verdicts.subjects(), subjectObservations::add)) {
      while (true) {
        wait.tell(verdicts.allPass());
        Duration at = Duration.ofNanos(System.nanoTime() - begun);
        boolean held = verdicts.allHold(at);
        boolean late = at.compareTo(within) >= 0;
        // as long as something was never observed, it is not quiet
        boolean still =
            verdicts.isCaughtUp() && at.minus(changed).compareTo(quiet) >= 0 && !verdicts.allPass();
        if (held || late || still) {
          var timeline = new StepTimeline(before, early, observed, at);
          return new CheckObserver.CheckReport(
              held, verdicts.end(at), verdicts.now(), at, timeline);
        }
        SubjectObservation next =
            subjectObservations.poll(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        for (; next != null; next = subjectObservations.poll()) {
          Duration seen = Duration.ofNanos(System.nanoTime() - begun);
          takeEarlyObservations(early);
          if (verdicts.add(seen, next)) {
            observed.add(new StepTimeline.TimedObservation(seen, next));
            changed = seen;
          }
        }
      }
    }
  }

  /** What was observed until the first verdict counts, in order. */
  private void takeEarlyObservations(List<SubjectObservation> early) {
    if (verdicts.isCaughtUp()) {
      close();
      return;
    }
    for (SubjectObservation next = earlyObservations.poll();
        next != null;
        next = earlyObservations.poll()) {
      verdicts.addEarly(next);
      early.add(next);
    }
  }

  @Override
  public void close() {
    if (earlyWatch != null) {
      earlyWatch.close();
    }
  }

  /** Tells a recording what the wait is for: that checks pass, or that they hold. */
  private static final class TimedWait implements AutoCloseable {

    private boolean passing;
    private TimedPart part = part();

    void tell(boolean allPass) {
      if (allPass != passing) {
        part.close();
        passing = allPass;
        part = part();
      }
    }

    private TimedPart part() {
      return TimedPart.of(passing ? "wait for hold times" : "wait until checks pass");
    }

    @Override
    public void close() {
      part.close();
    }
  }
}
