package dev.deckhand.shell.report.writer;

import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.shell.report.GradingReport;
import dev.deckhand.shell.report.ReportResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gradescope's {@code results.json}; see "Autograder Specifications" in the documentation of
 * Gradescope's autograders.
 *
 * <p>{@code score} overrides the sum of the tests, and the scores of tests are exact, so that both
 * are the same. A hidden task is a hidden test, which instructors see; one that wasn't reached is
 * left out. Gradescope has no word for undecided: then there is no file, and Gradescope reports
 * that the autograder failed.
 */
final class GradescopeResults {

  private GradescopeResults() {}

  static ReportResult write(GradingReport report) {
    Grade grade = report.grade();
    if (!grade.isFinal()) {
      return Withholding.undecided(grade);
    }
    var fields = new LinkedHashMap<String, Object>();
    fields.put("score", grade.score().earned());
    fields.put("execution_time", JsonText.seconds(report.run().took()));
    fields.put("output", output(report));
    fields.put("output_format", "text");
    fields.put("test_output_format", "text");
    fields.put("test_name_format", "text");
    fields.put("stdout_visibility", "hidden");
    fields.put("extra_data", extra(report));
    var tests = new ArrayList<Map<String, Object>>();
    for (StepGrade step : grade.steps()) {
      int number = 0;
      for (TaskGrade task : step.tasks()) {
        number++;
        boolean isLeftOut = task.hidden() && task.outcome() instanceof Outcome.NotReached;
        if (!isLeftOut) {
          tests.add(test(grade, step.number() + "." + number, task));
        }
      }
    }
    fields.put("tests", tests);
    return new ReportResult.Document(JsonText.document(fields));
  }

  /** What learners read above the tests. */
  private static String output(GradingReport report) {
    var lines = new ArrayList<String>();
    lines.add(
        ReportText.line(report.grade().lessonTitle()) + ": " + ReportText.score(report.grade()));
    lines.addAll(ReportText.deductions(report.grade()));
    lines.addAll(ReportText.remarks(report.grade()));
    String printed = ReportText.output(report.run().output());
    if (!printed.isBlank()) {
      lines.addAll(List.of("", "What your submission printed:", printed));
    }
    return String.join("\n", lines);
  }

  private static Map<String, Object> extra(GradingReport report) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("lesson", report.grade().lesson().toString());
    fields.put("lesson_digest", report.run().lessonDigest());
    fields.put("submission_digest", report.run().submissionDigest());
    fields.put("deckhand", report.run().version());
    return fields;
  }

  private static Map<String, Object> test(Grade grade, String number, TaskGrade task) {
    boolean isPassed = task.outcome() instanceof Outcome.Passed;
    var fields = new LinkedHashMap<String, Object>();
    fields.put("number", number);
    fields.put("name", ReportText.line(task.title()));
    fields.put("score", grade.counted(task));
    fields.put("max_score", task.weight());
    fields.put("status", isPassed ? "passed" : "failed");
    String why = why(grade, task);
    if (!why.isEmpty()) {
      fields.put("output", why);
    }
    fields.put("visibility", task.hidden() ? "hidden" : "visible");
    fields.put("extra_data", Map.of("outcome", ReportText.word(task.outcome())));
    return fields;
  }

  private static String why(Grade grade, TaskGrade task) {
    return switch (task.outcome()) {
      case Outcome.Passed() ->
          grade.keptPercent() == 100
              ? ""
              : "Solved. " + grade.keptPercent() + " percent of its points count.";
      case Outcome.NotReached(var reason) -> "Not reached. " + ReportText.line(reason);
      case Outcome.Failed _, Outcome.Undecided _ -> ReportText.why(task.outcome());
    };
  }
}
