package dev.deckhand.shell.report.writer;

import dev.deckhand.check.Verdict;
import dev.deckhand.grade.Deduction;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.GradingReport;
import dev.deckhand.shell.report.GradingRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Our own JSON: one document for one grade, for a class, and for errors. Its schema is {@code
 * docs/grading/grade.schema.json}. It has everything about hidden tasks: it's for instructors.
 */
final class DeckhandJson {

  private static final String SCHEMA = "deckhand/grade/v1";

  private DeckhandJson() {}

  static String write(List<GradingOutcome> outcomes) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("schema", SCHEMA);
    fields.put("summary", summary(outcomes));
    fields.put(
        "results",
        outcomes.stream().filter(outcome -> !isError(outcome)).map(DeckhandJson::result).toList());
    fields.put(
        "errors",
        outcomes.stream().filter(DeckhandJson::isError).map(DeckhandJson::result).toList());
    return JsonText.document(fields);
  }

  private static Map<String, Object> summary(List<GradingOutcome> outcomes) {
    long graded = outcomes.stream().filter(GradingOutcome.Graded.class::isInstance).count();
    long certain = outcomes.stream().filter(DeckhandJson::isFinal).count();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("final", certain);
    fields.put("undecided", graded - certain);
    fields.put("notGraded", outcomes.size() - graded);
    return fields;
  }

  /** Whether it concerns no submission. */
  private static boolean isError(GradingOutcome outcome) {
    return outcome instanceof GradingOutcome.NotGraded && outcome.submission().isEmpty();
  }

  private static boolean isFinal(GradingOutcome outcome) {
    return switch (outcome) {
      case GradingOutcome.Graded(var report) -> report.grade().isFinal();
      case GradingOutcome.NotGraded _ -> false;
    };
  }

  private static Map<String, Object> result(GradingOutcome outcome) {
    return switch (outcome) {
      case GradingOutcome.Graded(var report) -> graded(report);
      case GradingOutcome.NotGraded notGraded -> notGraded(notGraded);
    };
  }

  private static Map<String, Object> notGraded(GradingOutcome.NotGraded notGraded) {
    var fields = new LinkedHashMap<String, Object>();
    if (!notGraded.submission().isEmpty()) {
      fields.put("submission", ReportText.line(notGraded.submission()));
    }
    fields.put("status", "not-graded");
    if (!notGraded.lesson().isEmpty()) {
      fields.put("lesson", Map.of("id", ReportText.line(notGraded.lesson())));
    }
    var error = new LinkedHashMap<String, Object>();
    error.put("kind", notGraded.kind().word());
    error.put("reason", ReportText.line(notGraded.reason()));
    error.put("remedy", ReportText.line(notGraded.remedy()));
    fields.put("error", error);
    return fields;
  }

  private static Map<String, Object> graded(GradingReport report) {
    Grade grade = report.grade();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("submission", ReportText.line(grade.submission()));
    fields.put("status", grade.isFinal() ? "final" : "undecided");
    var lesson = new LinkedHashMap<String, Object>();
    lesson.put("id", grade.lesson().toString());
    lesson.put("title", ReportText.line(grade.lessonTitle()));
    if (!report.run().lessonDigest().isEmpty()) {
      lesson.put("digest", report.run().lessonDigest());
    }
    fields.put("lesson", lesson);
    fields.put("passed", grade.isPassed());
    fields.put("score", score(grade));
    fields.put("deductions", grade.deductions().stream().map(DeckhandJson::deduction).toList());
    fields.put("steps", grade.steps().stream().map(step -> step(report, step)).toList());
    fields.put("remarks", lines(grade.remarks()));
    fields.put("run", run(report.run()));
    return fields;
  }

  private static Map<String, Object> score(Grade grade) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("earned", grade.score().earned());
    fields.put("possible", grade.score().possible());
    fields.put("undecided", grade.score().undecided());
    fields.put("fraction", grade.score().fraction());
    fields.put("whole", grade.score().wholePoints());
    return fields;
  }

  private static Map<String, Object> deduction(Deduction deduction) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("reason", ReportText.line(deduction.reason()));
    fields.put("percent", deduction.percent());
    return fields;
  }

  private static Map<String, Object> step(GradingReport report, StepGrade step) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("number", step.number());
    if (step.written() != step.number()) {
      fields.put("written", step.written());
    }
    fields.put("title", ReportText.line(step.title()));
    fields.put("seconds", JsonText.seconds(report.run().took(step.number())));
    fields.put("counted", report.grade().counted(step));
    fields.put("possible", step.possible());
    fields.put("tasks", step.tasks().stream().map(task -> task(report.grade(), task)).toList());
    fields.put("remarks", lines(step.remarks()));
    return fields;
  }

  private static Map<String, Object> task(Grade grade, TaskGrade task) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", ReportText.line(task.id()));
    fields.put("kind", task.kind().name().toLowerCase(Locale.ROOT));
    fields.put("title", ReportText.line(task.title()));
    fields.put("hidden", task.hidden());
    fields.put("possible", task.weight());
    fields.put("counted", grade.counted(task));
    fields.put("outcome", ReportText.word(task.outcome()));
    switch (task.outcome()) {
      case Outcome.Passed() -> {}
      case Outcome.Failed(var findings) ->
          fields.put("findings", findings.stream().map(DeckhandJson::finding).toList());
      case Outcome.Undecided(var reason, var remedy) -> {
        fields.put("reason", ReportText.line(reason));
        fields.put("remedy", ReportText.line(remedy));
      }
      case Outcome.NotReached(var reason) -> fields.put("reason", ReportText.line(reason));
    }
    return fields;
  }

  private static Map<String, Object> finding(Verdict.Finding finding) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("subject", ReportText.line(finding.subject()));
    fields.put("path", finding.path().isEmpty() ? "" : ReportText.line(finding.path()));
    fields.put("actual", ReportText.line(finding.actual()));
    fields.put("expected", ReportText.line(finding.expected()));
    fields.put("causes", lines(finding.causes()));
    return fields;
  }

  private static Map<String, Object> run(GradingRun run) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("version", run.version());
    fields.put("started", run.started().toString());
    fields.put("ended", run.ended().toString());
    fields.put("seconds", JsonText.seconds(run.took()));
    if (!run.submissionDigest().isEmpty()) {
      fields.put("submissionDigest", run.submissionDigest());
    }
    if (!run.seed().isEmpty()) {
      fields.put("seed", ReportText.line(run.seed()));
    }
    fields.put("output", ReportText.lines(run.output().text()));
    fields.put("omittedBytes", run.output().omittedBytes());
    return fields;
  }

  private static List<String> lines(List<String> texts) {
    return texts.stream().map(ReportText::line).toList();
  }
}
