package dev.deckhand.shell.journal;

import java.time.Duration;

/**
 * What a step has cost a learner, over all the times that it was worked on.
 *
 * @param step counted from 1
 * @param failedChecks how often the learner was shown that a check does not hold
 * @param wrongAnswers how many answers and choices were wrong
 * @param hints how many hints were taken
 * @param solutions how often the solution was looked at, or run for the learner
 * @param resets how often it was brought back to its beginning
 * @param time long pauses left out
 */
public record StepStatistics(
    int step,
    int failedChecks,
    int wrongAnswers,
    int hints,
    int solutions,
    int resets,
    Duration time) {

  static StepStatistics empty(int step) {
    return new StepStatistics(step, 0, 0, 0, 0, 0, Duration.ZERO);
  }

  /** How often something did not go by itself; 0 for a step that was easy. */
  public int difficulties() {
    return failedChecks + wrongAnswers + hints + solutions + resets;
  }

  StepStatistics plus(StepStatistics more) {
    return new StepStatistics(
        step,
        failedChecks + more.failedChecks,
        wrongAnswers + more.wrongAnswers,
        hints + more.hints,
        solutions + more.solutions,
        resets + more.resets,
        time.plus(more.time));
  }
}
