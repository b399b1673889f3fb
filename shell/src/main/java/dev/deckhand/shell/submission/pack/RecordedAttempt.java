package dev.deckhand.shell.submission.pack;

import dev.deckhand.session.journal.StepOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One way through a lesson, from its first step on. Steps are counted from 1. */
final class RecordedAttempt {

  private final Instant begunAt;
  private final long seed;
  private final Map<Integer, StepOutcome> outcomes = new TreeMap<>();
  private final Map<Integer, List<RecordedAction>> passed = new TreeMap<>();
  private final Map<Integer, List<RecordedAction>> open = new TreeMap<>();

  /**
   * @param seed of the names and numbers in it
   */
  RecordedAttempt(Instant begunAt, long seed) {
    this.begunAt = begunAt;
    this.seed = seed;
  }

  void pass(int step, StepOutcome outcome, List<RecordedAction> actions) {
    // a step that was done stays done, even if it's skipped after a reset
    if (outcomes.get(step) != StepOutcome.DONE || outcome == StepOutcome.DONE) {
      outcomes.put(step, outcome);
      passed.put(step, actions);
    }
    open.remove(step);
  }

  void work(int step, List<RecordedAction> actions) {
    open.put(step, actions);
  }

  void reset(int step) {
    open.remove(step);
  }

  Instant begunAt() {
    return begunAt;
  }

  long seed() {
    return seed;
  }

  /** How the steps ended; those that didn't are missing. */
  Map<Integer, StepOutcome> outcomes() {
    return Map.copyOf(outcomes);
  }

  long stepsDone() {
    return outcomes.values().stream().filter(outcome -> outcome == StepOutcome.DONE).count();
  }

  /** What was done in a step as it was passed; of one that wasn't, what was done last. */
  List<RecordedAction> actions(int step) {
    List<RecordedAction> done = passed.get(step);
    return List.copyOf(done == null ? open.getOrDefault(step, List.of()) : done);
  }

  boolean isEmpty() {
    return outcomes.isEmpty() && open.isEmpty();
  }
}
