package dev.deckhand.shell.report;

import dev.deckhand.grade.Grade;

/**
 * A grade, and what a report says beside it.
 *
 * @param grade with everything about hidden tasks
 * @param run when and on what it was graded
 * @param context where the report goes
 */
public record GradingReport(Grade grade, GradingRun run, ReportContext context) {

  /** The same report as its learner may read it. */
  public GradingReport forLearner() {
    return new GradingReport(grade.forLearner(), run, context);
  }
}
