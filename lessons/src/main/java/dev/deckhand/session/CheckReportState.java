package dev.deckhand.session;

import java.util.List;

/**
 * What the learner was told about the open checks.
 *
 * @param requested what the learner will see of the checks once the causes are known
 * @param lastShown the findings as they were last shown, so that only news is shown
 */
record CheckReportState(ReportScope requested, List<String> lastShown) {

  public CheckReportState {
    lastShown = List.copyOf(lastShown);
  }

  /** How much of the checks is shown. */
  public enum ReportScope {
    NONE,
    /** Failing checks only: a check that passes was shown at that time. */
    OPEN,
    /** Everything: the learner asked. */
    ALL
  }
}
