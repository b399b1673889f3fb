package dev.deckhand.shell.report.writer;

import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.shell.junit.JUnitCase;
import dev.deckhand.shell.junit.JUnitSuite;
import dev.deckhand.shell.junit.JUnitXml;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.GradingReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Grades in JUnit's XML format: a suite for each submission, a case for each task. It has no
 * points; the score is a property of the suite.
 */
final class JUnitGrades {

  private JUnitGrades() {}

  /**
   * @param outcomes as the learner may read them
   */
  static String write(List<GradingOutcome> outcomes) {
    return JUnitXml.write(outcomes.stream().map(JUnitGrades::suite).toList());
  }

  private static JUnitSuite suite(GradingOutcome outcome) {
    return switch (outcome) {
      case GradingOutcome.Graded(var report) -> graded(report);
      case GradingOutcome.NotGraded notGraded -> notGraded(notGraded);
    };
  }

  private static JUnitSuite notGraded(GradingOutcome.NotGraded notGraded) {
    String name = ReportText.line(notGraded.submission());
    var one =
        new JUnitCase(
            name,
            "the grading",
            Duration.ZERO,
            new JUnitCase.Result.Undecided(
                ReportText.line(notGraded.reason()) + "\n" + ReportText.line(notGraded.remedy())),
            "");
    return new JUnitSuite(name, Duration.ZERO, Map.of(), List.of(one));
  }

  private static JUnitSuite graded(GradingReport report) {
    Grade grade = report.grade();
    var properties = new LinkedHashMap<String, String>();
    properties.put("deckhand.version", report.run().version());
    properties.put("deckhand.lesson", grade.lesson().toString());
    properties.put("deckhand.lesson-digest", report.run().lessonDigest());
    properties.put("deckhand.submission-digest", report.run().submissionDigest());
    properties.put("deckhand.status", grade.isFinal() ? "final" : "undecided");
    properties.put("deckhand.score", ReportText.score(grade));
    var cases = new ArrayList<JUnitCase>();
    for (StepGrade step : grade.steps()) {
      Duration took = report.run().took(step.number());
      for (TaskGrade task : step.tasks()) {
        cases.add(testCase(grade, step, task, took));
        took = Duration.ZERO; // readers add up the times of cases, and only the step's is known
      }
    }
    return new JUnitSuite(
        ReportText.line(grade.submission()), report.run().took(), properties, cases);
  }

  private static JUnitCase testCase(Grade grade, StepGrade step, TaskGrade task, Duration took) {
    String why = ReportText.why(task.outcome());
    return new JUnitCase(
        grade.lesson() + " step " + step.number() + ": " + ReportText.line(step.title()),
        ReportText.line(task.title()),
        took,
        switch (task.outcome()) {
          case Outcome.Passed() -> new JUnitCase.Result.Passed();
          case Outcome.Failed _ -> new JUnitCase.Result.Failed(why);
          case Outcome.Undecided _ -> new JUnitCase.Result.Undecided(why);
          case Outcome.NotReached _ -> new JUnitCase.Result.Skipped(why);
        },
        "");
  }
}
