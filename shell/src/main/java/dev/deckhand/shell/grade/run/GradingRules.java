package dev.deckhand.shell.grade.run;

import dev.deckhand.grade.GradingPolicy;
import dev.deckhand.shell.grade.GradingLimits;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a grade depends on besides the lesson and the submission.
 *
 * @param due when submissions are due; null if nothing is late
 */
public record GradingRules(GradingLimits limits, GradingPolicy policy, @Nullable Instant due) {

  /** How long after the due time something was handed in; zero if in time. */
  Duration late(Instant handedIn) {
    return due == null || !handedIn.isAfter(due) ? Duration.ZERO : Duration.between(due, handedIn);
  }

  /** All that a grade depends on, in one line: if two are the same, so are the grades. */
  public String summary(Instant handedIn) {
    return "command "
        + limits.command()
        + ", step "
        + limits.step()
        + ", submission "
        + limits.submission()
        + ", patience "
        + limits.patience()
        + ", hint "
        + policy.hint()
        + " %, solution "
        + policy.solution()
        + " %, late "
        + policy.lateDay()
        + " % a day after "
        + policy.grace()
        + ", late by "
        + late(handedIn);
  }
}
