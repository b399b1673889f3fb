package dev.deckhand.shell.report.writer;

import dev.deckhand.shell.report.GradingReport;
import dev.deckhand.shell.report.GradingRun;
import dev.deckhand.site.grade.GradeFacts;
import dev.deckhand.site.grade.LearnerGradeDocument;
import dev.deckhand.site.grade.LearnerGradePage;

/** The page and the printable document for the learner. */
final class LearnerReport {

  private LearnerReport() {}

  static String html(GradingReport report) {
    return LearnerGradePage.of(report.grade(), facts(report.run())).html();
  }

  static String asciidoc(GradingReport report) {
    return LearnerGradeDocument.of(report.grade(), facts(report.run()));
  }

  private static GradeFacts facts(GradingRun run) {
    return new GradeFacts(
        run.ended(),
        run.version(),
        run.lessonDigest(),
        run.submissionDigest(),
        run.seed(),
        ReportText.output(run.output()));
  }
}
