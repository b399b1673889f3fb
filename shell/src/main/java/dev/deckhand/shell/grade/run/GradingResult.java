package dev.deckhand.shell.grade.run;

import dev.deckhand.shell.grade.bundle.BundleContent;
import dev.deckhand.shell.report.GradingOutcome;
import java.util.Optional;

/**
 * What became of a submission, and what it's based on.
 *
 * @param bundle empty if there's no grade
 */
public record GradingResult(GradingOutcome outcome, Optional<BundleContent> bundle) {

  static GradingResult without(GradingOutcome outcome) {
    return new GradingResult(outcome, Optional.empty());
  }
}
