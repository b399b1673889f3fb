package dev.deckhand.shell.report.writer;

import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.GradingReport;
import dev.deckhand.shell.report.ReportResult;
import java.util.List;
import java.util.function.Function;

/** Writes reports in every format. */
public final class ReportWriters {

  private ReportWriters() {}

  /**
   * Writes the report of one submission.
   *
   * @throws IllegalArgumentException if the format is only about a class
   */
  public static ReportResult write(ReportFormat format, GradingOutcome outcome) {
    if (!format.isForSubmission()) {
      throw new IllegalArgumentException(format.id() + " is about a class");
    }
    return switch (outcome) {
      case GradingOutcome.Graded(var report) -> graded(format, report);
      case GradingOutcome.NotGraded notGraded -> notGraded(format, notGraded);
    };
  }

  /**
   * Writes one report about a class.
   *
   * @param pages where the page of a submission lies, relative to this report; empty if there's
   *     none
   * @throws IllegalArgumentException if the format is about one submission
   */
  public static ReportResult writeClass(
      ReportFormat format, List<GradingOutcome> outcomes, Function<GradingOutcome, String> pages) {
    return switch (format) {
      case CLASS_PAGE -> new ReportResult.Document(ClassReport.write(outcomes, pages));
      case JSON, JUNIT, XAPI, GITHUB_ANNOTATIONS, GITHUB_SUMMARY, CSV -> all(format, outcomes);
      case GRADESCOPE, CLASSROOM50, CHECK50, PRAIRIELEARN, HTML, PDF ->
          throw new IllegalArgumentException(format.id() + " is about one submission");
    };
  }

  /**
   * Returns what stands on standard output with {@code --json}: one document, whatever happened.
   *
   * @param outcomes also errors that concern no submission
   */
  public static String json(List<GradingOutcome> outcomes) {
    return DeckhandJson.write(outcomes);
  }

  private static ReportResult graded(ReportFormat format, GradingReport report) {
    return switch (format) {
      case GRADESCOPE -> GradescopeResults.write(report);
      case CLASSROOM50 -> Classroom50Result.write(report.forLearner());
      case CHECK50 -> Check50Results.write(report.forLearner());
      case PRAIRIELEARN -> PrairieLearnResults.write(report.forLearner());
      case HTML -> new ReportResult.Document(LearnerReport.html(report));
      case PDF -> new ReportResult.Printable(LearnerReport.asciidoc(report));
      case JSON, JUNIT, XAPI, GITHUB_ANNOTATIONS, GITHUB_SUMMARY, CSV, CLASS_PAGE ->
          all(format, List.of(new GradingOutcome.Graded(report)));
    };
  }

  private static ReportResult notGraded(ReportFormat format, GradingOutcome.NotGraded notGraded) {
    return switch (format) {
      case GRADESCOPE, CLASSROOM50, HTML, PDF -> Withholding.notGraded(notGraded);
      case CHECK50 -> Check50Results.write(notGraded);
      case PRAIRIELEARN -> PrairieLearnResults.write(notGraded);
      case JSON, JUNIT, XAPI, GITHUB_ANNOTATIONS, GITHUB_SUMMARY, CSV, CLASS_PAGE ->
          all(format, List.of(notGraded));
    };
  }

  private static ReportResult all(ReportFormat format, List<GradingOutcome> outcomes) {
    return switch (format) {
      case JSON -> new ReportResult.Document(DeckhandJson.write(outcomes));
      case JUNIT -> new ReportResult.Document(JUnitGrades.write(forLearner(outcomes)));
      case XAPI -> XapiStatements.write(outcomes);
      case GITHUB_ANNOTATIONS ->
          new ReportResult.Document(WorkflowAnnotations.write(forLearner(outcomes)));
      case GITHUB_SUMMARY -> new ReportResult.Document(StepSummary.write(forLearner(outcomes)));
      case CSV -> new ReportResult.Document(GradeBookCsv.write(outcomes));
      case GRADESCOPE, CLASSROOM50, CHECK50, PRAIRIELEARN, HTML, PDF, CLASS_PAGE ->
          throw new IllegalArgumentException(format.id() + " isn't a list of submissions");
    };
  }

  private static List<GradingOutcome> forLearner(List<GradingOutcome> outcomes) {
    return outcomes.stream().map(ReportWriters::forLearner).toList();
  }

  private static GradingOutcome forLearner(GradingOutcome outcome) {
    return switch (outcome) {
      case GradingOutcome.Graded(var report) -> new GradingOutcome.Graded(report.forLearner());
      case GradingOutcome.NotGraded notGraded -> notGraded;
    };
  }
}
