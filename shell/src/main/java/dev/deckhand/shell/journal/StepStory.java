package dev.deckhand.shell.journal;

import java.time.Duration;

/**
 * What a step has cost a learner, over all the times that it was worked on.
 *
 * @param step counted from 1
 * @param fellShort how often the learner was shown that a check does not hold
 * @param wrong how many answers and choices were wrong
 * @param hints how many hints were taken
 * @param solutions how often the solution was looked at, or run for the learner
 * @param resets how often it was brought back to its beginning
 * @param time long pauses left out
 */
public record StepStory(
    int step, int fellShort, int wrong, int hints, int solutions, int resets, Duration time) {

  static StepStory untold(int step) {
    return new StepStory(step, 0, 0, 0, 0, 0, Duration.ZERO);
  }

  /** How often something did not go by itself; 0 for a step that was easy. */
  public int trouble() {
    return fellShort + wrong + hints + solutions + resets;
  }

  StepStory plus(StepStory more) {
    return new StepStory(
        step,
        fellShort + more.fellShort,
        wrong + more.wrong,
        hints + more.hints,
        solutions + more.solutions,
        resets + more.resets,
        time.plus(more.time));
  }
}
