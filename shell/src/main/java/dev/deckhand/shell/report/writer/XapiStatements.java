package dev.deckhand.shell.report.writer;

import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Score;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.GradingReport;
import dev.deckhand.shell.report.ReportResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * xAPI statements (Experience API 1.0.3), one a line: one for each step that was reached, and one
 * for the lesson. The verbs are ADL's. What isn't decided is {@code terminated}, without a score
 * and without {@code success}.
 *
 * <p>The id of a statement is made from its content. So a second export has the same ids, which a
 * record store takes for the same statements, and a changed grade has others.
 */
final class XapiStatements {

  private static final String VERBS = "http://adlnet.gov/expapi/verbs/";
  private static final String TYPES = "http://adlnet.gov/expapi/activities/";
  private static final String EXTENSIONS = "urn:deckhand:xapi:";

  /** Our namespace for the ids of statements: any UUID that nobody else uses. */
  private static final UUID NAMESPACE = UUID.fromString("5b1a7d52-6c1f-4b43-9a57-3a1de9c0f8e4");

  private final GradingReport report;
  private final UUID registration;

  private XapiStatements(GradingReport report) {
    this.report = report;
    this.registration =
        NameUuid.of(
            NAMESPACE,
            String.join(
                "\n",
                report.context().xapi().accounts(),
                report.grade().submission(),
                report.grade().lesson().toString(),
                report.run().submissionDigest()));
  }

  /** Writes the statements of all grades; what has none is left out. */
  static ReportResult write(List<GradingOutcome> outcomes) {
    var lines = new StringBuilder();
    String reason = "";
    for (GradingOutcome outcome : outcomes) {
      switch (outcome) {
        case GradingOutcome.Graded(var report) ->
            new XapiStatements(report)
                .statements()
                .forEach(one -> lines.append(JsonText.line(one)).append('\n'));
        case GradingOutcome.NotGraded notGraded ->
            reason = " " + ReportText.line(notGraded.reason());
      }
    }
    return lines.isEmpty()
        ? new ReportResult.Withheld("There is no grade to make statements of." + reason)
        : new ReportResult.Document(lines.toString());
  }

  private List<Map<String, Object>> statements() {
    Grade grade = report.grade();
    var statements = new ArrayList<Map<String, Object>>();
    grade.steps().stream().filter(StepGrade::isReached).map(this::step).forEach(statements::add);
    statements.add(lesson());
    return statements;
  }

  private Map<String, Object> step(StepGrade step) {
    Map<String, Object> result = new LinkedHashMap<>();
    if (step.isFinal()) {
      result.put("score", score(report.grade().counted(step), BigDecimal.valueOf(step.possible())));
      result.put("success", step.isPassed());
    }
    Duration took = report.run().took(step.number());
    if (!took.isZero()) {
      result.put("duration", took.toString());
    }
    return statement(
        step.isFinal() ? (step.isPassed() ? "passed" : "failed") : "terminated",
        activity(stepId(step), step.title(), "module"),
        result,
        Map.of("parent", List.of(Map.of("id", lessonId()))));
  }

  private Map<String, Object> lesson() {
    Grade grade = report.grade();
    Map<String, Object> result = new LinkedHashMap<>();
    if (grade.isFinal()) {
      result.put("score", score(grade.score().earned(), grade.score().possible()));
      result.put("success", grade.isPassed());
    }
    result.put("duration", report.run().took().toString());
    return statement(
        grade.isFinal() ? (grade.isPassed() ? "passed" : "failed") : "terminated",
        activity(lessonId(), grade.lessonTitle(), "lesson"),
        result,
        Map.of());
  }

  private String lessonId() {
    return report.context().xapi().activities() + report.grade().lesson();
  }

  private String stepId(StepGrade step) {
    return lessonId() + "#step-" + step.written();
  }

  private Map<String, Object> statement(
      String verb,
      Map<String, Object> activity,
      Map<String, Object> result,
      Map<String, Object> contextActivities) {
    var context = new LinkedHashMap<String, Object>();
    context.put("registration", registration.toString());
    if (!contextActivities.isEmpty()) {
      context.put("contextActivities", contextActivities);
    }
    context.put("platform", "Deckhand " + report.run().version());
    context.put("language", "en");
    context.put("extensions", extensions());

    var fields = new LinkedHashMap<String, Object>();
    fields.put("actor", actor());
    var what = new LinkedHashMap<String, Object>();
    what.put("id", VERBS + verb);
    what.put("display", Map.of("en", verb));
    fields.put("verb", what);
    fields.put("object", activity);
    if (!result.isEmpty()) {
      fields.put("result", result);
    }
    fields.put("context", context);
    fields.put("timestamp", report.run().ended().toString());

    var statement = new LinkedHashMap<String, Object>();
    statement.put("id", NameUuid.of(NAMESPACE, JsonText.line(fields)).toString());
    statement.putAll(fields);
    return statement;
  }

  private Map<String, Object> extensions() {
    var extensions = new LinkedHashMap<String, Object>();
    extensions.put(EXTENSIONS + "lesson-digest", report.run().lessonDigest());
    extensions.put(EXTENSIONS + "submission-digest", report.run().submissionDigest());
    return extensions;
  }

  private Map<String, Object> actor() {
    var account = new LinkedHashMap<String, Object>();
    account.put("homePage", report.context().xapi().accounts());
    account.put("name", ReportText.line(report.grade().submission()));
    var actor = new LinkedHashMap<String, Object>();
    actor.put("objectType", "Agent");
    actor.put("account", account);
    return actor;
  }

  private static Map<String, Object> activity(String id, String title, String type) {
    var definition = new LinkedHashMap<String, Object>();
    definition.put("name", Map.of("en", ReportText.line(title)));
    definition.put("type", TYPES + type);
    var activity = new LinkedHashMap<String, Object>();
    activity.put("objectType", "Activity");
    activity.put("id", id);
    activity.put("definition", definition);
    return activity;
  }

  private static Map<String, Object> score(BigDecimal earned, BigDecimal possible) {
    var score = new LinkedHashMap<String, Object>();
    score.put("scaled", Score.fraction(earned, possible));
    if (possible.signum() > 0) { // a raw score lies between two numbers that differ
      score.put("raw", earned);
      score.put("min", 0);
      score.put("max", possible);
    }
    return score;
  }
}
