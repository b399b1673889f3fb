package dev.deckhand.shell.loop;

import dev.deckhand.check.Check;
import dev.deckhand.check.Evidence;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.SubjectObservation;
import dev.deckhand.lab.Watch;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.CheckState;
import dev.deckhand.session.StepProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches one step's checks from its beginning to its end, and judges them as a session does: each
 * check has its own hold time, and a fatal one that broke stays broken. For one thread.
 */
public final class StepWatch implements AutoCloseable {

  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

  private final Lab lab;
  private final Judge judge;
  private final Set<Subject> subjects;
  private final Map<Subject, Observation> before;
  private final BlockingQueue<SubjectObservation> earlyObservations = new LinkedBlockingQueue<>();
  private final @Nullable Watch earlyWatch;
  private final long start = System.nanoTime();
  private List<CheckState> states;

  StepWatch(Lab lab, Judge judge, Step step, Map<Subject, Observation> before) {
    this.lab = lab;
    this.judge = judge;
    this.subjects = StepProgress.subjectsOf(step);
    this.before = Map.copyOf(before);
    this.states = step.checks().stream().map(CheckState::initial).toList();
    boolean breakable = step.checks().stream().anyMatch(check -> check.role() == Check.Role.FATAL);
    // for other checks, what is there at the end is enough
    this.earlyWatch = breakable ? lab.watch(subjects, earlyObservations::add) : null;
  }

  /**
   * Waits until every check has passed for its hold time; or until {@code within} has elapsed; or
   * until everything was observed and nothing has changed for {@code quiet}. Earlier observations
   * count only if they broke an invariant.
   */
  public CheckObserver.CheckReport await(Duration within, Duration quiet)
      throws InterruptedException {
    BlockingQueue<SubjectObservation> subjectObservations = new LinkedBlockingQueue<>();
    var now = new LinkedHashMap<Subject, Observation>();
    long begun = System.nanoTime();
    long changed = begun;
    boolean caughtUp = false;
    try (Watch _ = lab.watch(subjects, subjectObservations::add)) {
      while (true) {
        boolean whole = now.keySet().containsAll(subjects);
        if (whole && !caughtUp) {
          caughtUp = true;
          judgeEarlyObservations();
          judge(now);
        }
        long at = System.nanoTime();
        Instant instant = monotonicInstant();
        boolean held = caughtUp && states.stream().allMatch(state -> state.holds(instant));
        boolean late = at - begun >= within.toNanos();
        // as long as something was never observed, it is not quiet
        boolean still = caughtUp && at - changed >= quiet.toNanos() && !allPassing();
        if (held || late || still) {
          return new CheckObserver.CheckReport(held, states, now, Duration.ofNanos(at - begun));
        }
        SubjectObservation next =
            subjectObservations.poll(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        for (; next != null; next = subjectObservations.poll()) {
          Observation old = now.put(next.subject(), next.observation());
          if (!next.observation().equals(old)) {
            changed = System.nanoTime();
            judgeIf(caughtUp, now);
          }
        }
      }
    }
  }

  /**
   * Judges what was observed while commands ran, in order: an invariant once broken stays broken.
   */
  private void judgeEarlyObservations() {
    var then = new LinkedHashMap<>(before);
    if (earlyWatch != null) {
      judge(then);
    }
    for (SubjectObservation next = earlyObservations.poll();
        next != null;
        next = earlyObservations.poll()) {
      then.put(next.subject(), next.observation());
      judge(then);
    }
    close();
  }

  private void judgeIf(boolean wanted, Map<Subject, Observation> now) {
    if (wanted) {
      judge(now);
    }
  }

  private void judge(Map<Subject, Observation> now) {
    var evidence = new Evidence(now, before);
    Instant at = monotonicInstant();
    states =
        states.stream()
            .map(state -> state.withVerdict(judge.judge(state.check(), evidence), at))
            .toList();
  }

  /** Whether all checks pass now, even if not for their hold time yet. */
  private boolean allPassing() {
    return states.stream().allMatch(state -> state.passingSince() != null && !state.broken());
  }

  /** A clock that cannot be set back. */
  private Instant monotonicInstant() {
    return Instant.EPOCH.plusNanos(System.nanoTime() - start);
  }

  @Override
  public void close() {
    if (earlyWatch != null) {
      earlyWatch.close();
    }
  }
}
