package dev.deckhand.shell.report.writer;

import dev.deckhand.check.Verdict;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.GradingReport;
import dev.deckhand.shell.report.ReportResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code check50 --output json} writes, as of check50 3.5.0: {@code CheckResult} in {@code
 * runner.py}, and {@code ExceptHook} in {@code _exceptions.py} for errors. It has no points.
 */
final class Check50Results {

  /** check50's version, whose format this is, with ours as PEP 440's local version. */
  private static final String VERSION = "3.5.0+deckhand";

  private Check50Results() {}

  /**
   * @param report as the learner may read it
   */
  static ReportResult write(GradingReport report) {
    var results = new ArrayList<Map<String, Object>>();
    String unsolved = null;
    for (TaskGrade task : report.grade().tasks().toList()) {
      results.add(result(task, unsolved));
      boolean isReached = !(task.outcome() instanceof Outcome.NotReached);
      if (isReached && !(task.outcome() instanceof Outcome.Passed)) {
        unsolved = ReportText.line(task.id());
      }
    }
    var fields = new LinkedHashMap<String, Object>();
    fields.put("slug", report.grade().lesson().toString());
    fields.put("results", results);
    fields.put("version", VERSION + "." + report.run().version());
    return new ReportResult.Document(JsonText.document(fields));
  }

  static ReportResult write(GradingOutcome.NotGraded notGraded) {
    String reason = ReportText.line(notGraded.reason());
    var actions = new LinkedHashMap<String, Object>();
    actions.put("show_traceback", false);
    actions.put("message", reason + " " + ReportText.line(notGraded.remedy()));
    var error = new LinkedHashMap<String, Object>();
    error.put("type", notGraded.kind().word());
    error.put("value", reason);
    error.put("traceback", List.of());
    error.put("actions", actions);
    error.put("data", Map.of());
    var fields = new LinkedHashMap<String, Object>();
    fields.put("slug", notGraded.lesson().isEmpty() ? null : ReportText.line(notGraded.lesson()));
    fields.put("error", error);
    fields.put("version", VERSION);
    return new ReportResult.Document(JsonText.document(fields));
  }

  private static Map<String, Object> result(TaskGrade task, @Nullable String unsolved) {
    boolean isReached = !(task.outcome() instanceof Outcome.NotReached);
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", ReportText.line(task.id()));
    fields.put("description", ReportText.line(task.title()));
    fields.put("passed", passed(task.outcome()));
    fields.put("log", List.of());
    fields.put("cause", cause(task.outcome()));
    fields.put("data", Map.of());
    fields.put("dependency", isReached ? null : unsolved);
    return fields;
  }

  private static @Nullable Boolean passed(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed() -> true;
      case Outcome.Failed _ -> false;
      case Outcome.Undecided _, Outcome.NotReached _ -> null;
    };
  }

  private static @Nullable Map<String, Object> cause(Outcome outcome) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("rationale", ReportText.why(outcome));
    fields.put("help", null);
    return switch (outcome) {
      case Outcome.Passed() -> null;
      case Outcome.Failed(var findings) -> {
        if (findings.size() == 1) {
          Verdict.Finding finding = findings.getFirst();
          fields.put("expected", ReportText.line(finding.expected()));
          fields.put("actual", ReportText.line(finding.actual()));
        }
        yield fields;
      }
      case Outcome.Undecided(var reason, var _) -> {
        var error = new LinkedHashMap<String, Object>();
        error.put("type", "Undecided");
        error.put("value", ReportText.line(reason));
        error.put("traceback", List.of());
        error.put("data", Map.of());
        fields.put("error", error);
        yield fields;
      }
      case Outcome.NotReached _ -> fields;
    };
  }
}
