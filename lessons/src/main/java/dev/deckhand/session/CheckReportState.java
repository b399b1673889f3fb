package dev.deckhand.session;

import java.util.List;

/**
 * What the learner was told of the open checks.
 *
 * @param requested what the learner will see of the checks once the causes are known
 * @param lastShown the findings as they were last shown, so that only news is told
 */
public record CheckReportState(ReportScope requested, List<String> lastShown) {

  public CheckReportState {
    lastShown = List.copyOf(lastShown);
  }

  /** How much of the checks is shown. */
  public enum ReportScope {
    NONE,
    /** What fails: a check that passes was told when it came to. */
    OPEN,
    /** Everything: the learner asked. */
    ALL
  }
}
