package dev.deckhand.shell.report.writer;

import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.GradingReport;
import dev.deckhand.shell.report.ReportResult;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * PrairieLearn's {@code results.json} of external graders; see "External grading" in PrairieLearn's
 * documentation. What can't be graded is {@code gradable: false}, which costs no attempt.
 *
 * <p>PrairieLearn shows the sums of {@code points} and {@code max_points} beside the score. So
 * deductions are a row with points below zero, and the points of tasks that weren't reached, whose
 * rows are neutral ({@code max_points} 0), are a row of their own.
 */
final class PrairieLearnResults {

  /** PrairieLearn takes at most 1 MB. */
  static final int MAX_BYTES = 1_000_000;

  /** What there's room for. */
  private enum Detail {
    FINDINGS,
    TASKS,
    SCORE
  }

  private PrairieLearnResults() {}

  /**
   * @param report as the learner may read it
   */
  static ReportResult write(GradingReport report) {
    Grade grade = report.grade();
    if (!grade.isFinal()) {
      return notGradable(
          Stream.concat(
                  Stream.of("The grade isn't complete. This attempt isn't counted."),
                  ReportText.undecided(grade).stream())
              .toList());
    }
    return Stream.of(Detail.values())
        .map(detail -> JsonText.document(graded(report, detail)))
        .filter(document -> document.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES)
        .findFirst()
        .<ReportResult>map(ReportResult.Document::new)
        .orElseThrow(() -> new IllegalStateException("a score of more than 1 MB"));
  }

  static ReportResult write(GradingOutcome.NotGraded notGraded) {
    return notGradable(
        List.of(
            "The submission wasn't graded. This attempt isn't counted.",
            ReportText.line(notGraded.reason()),
            ReportText.line(notGraded.remedy())));
  }

  private static ReportResult notGradable(List<String> reasons) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("gradable", false);
    fields.put("format_errors", reasons);
    return new ReportResult.Document(JsonText.document(fields));
  }

  private static Map<String, Object> graded(GradingReport report, Detail detail) {
    Grade grade = report.grade();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("gradable", true);
    fields.put("score", grade.score().fraction());
    var message = new ArrayList<String>();
    message.add(ReportText.score(grade));
    message.addAll(ReportText.deductions(grade));
    if (detail == Detail.FINDINGS) {
      message.addAll(ReportText.remarks(grade));
    } else {
      message.add("Details are left out, since there are too many of them.");
    }
    fields.put("message", String.join("\n", message));
    String printed = ReportText.output(report.run().output());
    if (detail == Detail.FINDINGS && !printed.isBlank()) {
      fields.put("output", printed);
    }
    if (detail != Detail.SCORE) {
      fields.put("tests", tests(grade, detail));
    }
    return fields;
  }

  private static List<Map<String, Object>> tests(Grade grade, Detail detail) {
    var tests = new ArrayList<Map<String, Object>>();
    for (StepGrade step : grade.steps()) {
      step.tasks().forEach(task -> tests.add(task(step, task, detail)));
    }
    long notReached =
        grade
            .tasks()
            .filter(task -> task.outcome() instanceof Outcome.NotReached)
            .mapToLong(TaskGrade::weight)
            .sum();
    if (notReached > 0) {
      tests.add(row("Tasks that weren't reached", BigDecimal.ZERO, BigDecimal.valueOf(notReached)));
    }
    BigDecimal earned = BigDecimal.valueOf(grade.tasks().mapToLong(TaskGrade::earned).sum());
    BigDecimal taken = grade.score().earned().subtract(earned);
    if (taken.signum() < 0) {
      var row = row("Deductions", taken, BigDecimal.ZERO);
      row.put("message", String.join("\n", ReportText.deductions(grade)));
      tests.add(row);
    }
    return tests;
  }

  private static Map<String, Object> task(StepGrade step, TaskGrade task, Detail detail) {
    boolean isReached = !(task.outcome() instanceof Outcome.NotReached);
    var row =
        row(
            "Step " + step.number() + ": " + ReportText.line(task.title()),
            BigDecimal.valueOf(task.earned()),
            BigDecimal.valueOf(isReached ? task.weight() : 0));
    row.put("description", ReportText.line(step.title()));
    String why = ReportText.why(task.outcome());
    if (detail == Detail.FINDINGS && !why.isEmpty()) {
      row.put("message", why);
    }
    return row;
  }

  private static Map<String, Object> row(String name, BigDecimal points, BigDecimal most) {
    var row = new LinkedHashMap<String, Object>();
    row.put("name", name);
    row.put("points", points);
    row.put("max_points", most);
    return row;
  }
}
