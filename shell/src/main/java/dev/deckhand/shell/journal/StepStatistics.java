package dev.deckhand.shell.journal;

import java.time.Duration;

/**
 * The effort that a learner spent on a step, in all attempts.
 *
 * @param step counted from 1
 * @param failedChecks how often failing checks were shown
 * @param wrongAnswers how many answers and choices were wrong
 * @param hints how many hints were given
 * @param solutions how often the solution was shown or run
 * @param resets how often the step was reset
 * @param time without long pauses
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

  /** How often the learner needed help or failed; 0 for an easy step. */
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
