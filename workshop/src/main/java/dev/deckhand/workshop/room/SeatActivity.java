package dev.deckhand.workshop.room;

import dev.deckhand.session.journal.StepOutcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a seat does now. It isn't stored: it can be found out again.
 *
 * @param step the step that the learner is at, from 1
 * @param steps how many the lesson has
 * @param outcomes of the steps that are over
 * @param stuck the check that has kept the learner from going on for a while; empty for none
 * @param connections how many browsers and SSH clients show the terminal
 * @param lastActive when a key was typed, a check passed, or a program in the foreground ran
 * @param look how far the instructor may look into the terminal
 */
public record SeatActivity(
    State state,
    int step,
    int steps,
    Map<Integer, StepOutcome> outcomes,
    Optional<StuckCheck> stuck,
    int connections,
    Instant lastActive,
    Look look) {

  public SeatActivity {
    outcomes = Map.copyOf(outcomes);
  }

  /** What happens at the seat. */
  public enum State {
    /** In the queue, or the learner hasn't opened the terminal. */
    WAITING,
    /** Its lab starts. */
    STARTING,
    /** The learner works. */
    WORKING,
    /** A program runs in the foreground. */
    BUSY,
    /** Nothing was done for long; its processes were stopped, and go on with the next key. */
    PARKED,
    /** The lesson is finished. */
    FINISHED,
    /** The lab can't be used, which is not the learner's fault. */
    BROKEN
  }

  /** Whether the instructor sees the terminal. */
  public enum Look {
    NONE,
    ASKED_TO_SEE,
    ASKED_TO_TYPE,
    MAY_SEE,
    MAY_TYPE
  }

  /**
   * A check that doesn't pass.
   *
   * @param check its title
   * @param verdict what it found, in one or two sentences; plain text
   */
  public record StuckCheck(int step, String check, String verdict, Instant since) {}
}
