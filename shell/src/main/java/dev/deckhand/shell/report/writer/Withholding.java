package dev.deckhand.shell.report.writer;

import dev.deckhand.grade.Grade;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.ReportResult;

/** Why a format gets no file. */
final class Withholding {

  private Withholding() {}

  /**
   * A person has to decide first.
   *
   * @param grade as those may read it who read the reason
   */
  static ReportResult undecided(Grade grade) {
    return new ReportResult.Withheld(
        "The grade isn't complete, and nothing is recorded. "
            + String.join(" ", ReportText.undecided(grade)));
  }

  /** There is no grade. */
  static ReportResult notGraded(GradingOutcome.NotGraded notGraded) {
    return new ReportResult.Withheld(
        "The submission wasn't graded, and nothing is recorded. "
            + ReportText.line(notGraded.reason())
            + " "
            + ReportText.line(notGraded.remedy()));
  }
}
