package dev.deckhand.workshop.seat;

import dev.deckhand.check.Verdict;
import dev.deckhand.session.CheckState;
import dev.deckhand.session.Phase;
import dev.deckhand.session.Session;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.workshop.room.SeatActivity;
import dev.deckhand.workshop.room.SeatActivity.StuckCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of a seat's lesson, for those who look on. Thread-safe. */
final class SeatProgress {

  private static final int MAX_VERDICT = 400;

  private final Clock clock;
  private final Duration stuckAfter;
  private @Nullable Session session;
  private @Nullable StuckCheck stuck;
  private boolean finished;
  private int connections;
  private Instant lastActive;
  private SeatActivity.Look look = SeatActivity.Look.NONE;

  /**
   * @param stuckAfter every check fails at first; who hasn't passed it after this time may need
   *     help
   */
  SeatProgress(Clock clock, Duration stuckAfter) {
    this.clock = clock;
    this.stuckAfter = stuckAfter;
    this.lastActive = clock.instant();
  }

  /** The session has changed. */
  synchronized void sessionChanged(Session now) {
    Session before = session;
    boolean moved =
        before == null
            || before.step().number() != now.step().number()
            || !before.outcomes().equals(now.outcomes());
    session = now;
    finished = false;
    if (moved || now.phase().running() != null) {
      lastActive = clock.instant();
    }
    stuck = stuckCheck(now).orElse(null);
  }

  private Optional<StuckCheck> stuckCheck(Session now) {
    if (!(now.phase() instanceof Phase.Open)) {
      return Optional.empty();
    }
    StuckCheck before = stuck;
    int step = now.step().number();
    return now.progress().checks().stream()
        .filter(state -> !state.heldLastTime() && state.verdict() instanceof Verdict.Failed)
        .findFirst()
        .map(state -> {
          String title = state.check().title();
          Instant since =
              before != null && before.step() == step && before.check().equals(title)
                  ? before.since()
                  : clock.instant();
          return new StuckCheck(step, title, verdict(state), since);
        });
  }

  private static String verdict(CheckState state) {
    String text =
        state.verdict() instanceof Verdict.Failed(var findings)
            ? findings.stream().map(Verdict.Finding::sentence).collect(Collectors.joining("; "))
            : "";
    return text.length() > MAX_VERDICT ? text.substring(0, MAX_VERDICT) + "…" : text;
  }

  /** The lesson is over, and wasn't left. */
  synchronized void finished() {
    finished = true;
    stuck = null;
  }

  /** The learner, or whoever may type, has typed. */
  synchronized void typed() {
    lastActive = clock.instant();
  }

  synchronized void connections(int now) {
    connections = now;
  }

  synchronized SeatActivity.Look look() {
    return look;
  }

  synchronized void look(SeatActivity.Look now) {
    look = now;
  }

  /** Whether a program runs in the foreground. */
  synchronized boolean isBusy() {
    Session now = session;
    return now != null && now.phase().running() != null;
  }

  /** What the seat does now. */
  synchronized SeatActivity activity() {
    Session now = session;
    if (now == null) {
      return new SeatActivity(
          SeatActivity.State.WAITING,
          1,
          1,
          Map.of(),
          Optional.empty(),
          connections,
          lastActive,
          look);
    }
    Map<Integer, StepOutcome> outcomes = new HashMap<>(now.outcomes());
    return new SeatActivity(
        state(now),
        now.step().number(),
        now.lesson().steps().size(),
        outcomes,
        Optional.ofNullable(stuck).filter(this::isStuck),
        connections,
        lastActive,
        look);
  }

  private boolean isStuck(StuckCheck check) {
    return !clock.instant().isBefore(check.since().plus(stuckAfter));
  }

  private SeatActivity.State state(Session now) {
    if (finished) {
      return SeatActivity.State.FINISHED;
    }
    return switch (now.phase()) {
      case Phase.Waiting _ -> SeatActivity.State.STARTING;
      case Phase.WithoutLab _ -> SeatActivity.State.BROKEN;
      case Phase.Ready ready ->
          ready.running() == null ? SeatActivity.State.WORKING : SeatActivity.State.BUSY;
      case Phase.Ended _ -> SeatActivity.State.WAITING;
    };
  }
}
