package dev.deckhand.shell.grade;

import java.time.Duration;

/**
 * How long a submission may take. What was proven before a limit counts, and nothing after it.
 *
 * @param command for each of its commands
 * @param step for the commands of one step together
 * @param submission for all of its commands together
 * @param patience how long nothing may change, once a step's commands are done, before checks that
 *     don't pass count as failed; a check's own {@code within} bounds it
 */
public record GradingLimits(
    Duration command, Duration step, Duration submission, Duration patience) {

  /** Enough for the lessons' own solutions on a busy machine. */
  public static final GradingLimits DEFAULT =
      new GradingLimits(
          Duration.ofSeconds(60),
          Duration.ofMinutes(3),
          Duration.ofMinutes(15),
          // a kubelet renews its lease and its node's status every ten seconds and a bit, and asks
          // whether a container is ready as rarely: the right work may show nothing for that long
          Duration.ofSeconds(15));
}
