package dev.deckhand.shell.loop;

import dev.deckhand.check.Check;
import dev.deckhand.check.Evidence;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.Sighting;
import dev.deckhand.lab.Watch;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.CheckState;
import dev.deckhand.session.StepWork;
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
public final class Vigil implements AutoCloseable {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Lab lab;
  private final Judge judge;
  private final Set<Subject> subjects;
  private final Map<Subject, Observation> before;
  private final BlockingQueue<Sighting> meanwhile = new LinkedBlockingQueue<>();
  private final @Nullable Watch early;
  private final long start = System.nanoTime();
  private List<CheckState> states;

  Vigil(Lab lab, Judge judge, Step step, Map<Subject, Observation> before) {
    this.lab = lab;
    this.judge = judge;
    this.subjects = StepWork.subjects(step);
    this.before = Map.copyOf(before);
    this.states = step.checks().stream().map(CheckState::unseen).toList();
    boolean breakable = step.checks().stream().anyMatch(check -> check.role() == Check.Role.FATAL);
    // what else happens in between is seen well enough at the end
    this.early = breakable ? lab.watch(subjects, meanwhile::add) : null;
  }

  /**
   * Waits until every check holds, for as long as each must; or until {@code within} has passed; or
   * until all that the checks look at was seen and has not changed for {@code quiet}. What was seen
   * before this call decides nothing, but for what it broke.
   */
  public Lookout.Report await(Duration within, Duration quiet) throws InterruptedException {
    BlockingQueue<Sighting> sightings = new LinkedBlockingQueue<>();
    var now = new LinkedHashMap<Subject, Observation>();
    long begun = System.nanoTime();
    long changed = begun;
    boolean caughtUp = false;
    try (Watch _ = lab.watch(subjects, sightings::add)) {
      while (true) {
        boolean whole = now.keySet().containsAll(subjects);
        if (whole && !caughtUp) {
          caughtUp = true;
          catchUp();
          judge(now);
        }
        long at = System.nanoTime();
        Instant instant = instant();
        boolean held = caughtUp && states.stream().allMatch(state -> state.holds(instant));
        boolean late = at - begun >= within.toNanos();
        // what nobody has looked at yet is not quiet
        boolean still = caughtUp && at - changed >= quiet.toNanos() && !passing();
        if (held || late || still) {
          return new Lookout.Report(held, states, now, Duration.ofNanos(at - begun));
        }
        Sighting next = sightings.poll(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        for (; next != null; next = sightings.poll()) {
          Observation old = now.put(next.subject(), next.observation());
          if (!next.observation().equals(old)) {
            changed = System.nanoTime();
            judgeIf(caughtUp, now);
          }
        }
      }
    }
  }

  /** Judges by what was seen while commands ran, in order: a break that was mended stays one. */
  private void catchUp() {
    var then = new LinkedHashMap<>(before);
    if (early != null) {
      judge(then);
    }
    for (Sighting next = meanwhile.poll(); next != null; next = meanwhile.poll()) {
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
    Instant at = instant();
    states =
        states.stream().map(state -> state.seen(judge.judge(state.check(), evidence), at)).toList();
  }

  /** Whether all checks pass now, though some may have to hold for longer. */
  private boolean passing() {
    return states.stream().allMatch(state -> state.passingSince() != null && !state.broken());
  }

  /** A clock that nobody sets. */
  private Instant instant() {
    return Instant.EPOCH.plusNanos(System.nanoTime() - start);
  }

  @Override
  public void close() {
    if (early != null) {
      early.close();
    }
  }
}
