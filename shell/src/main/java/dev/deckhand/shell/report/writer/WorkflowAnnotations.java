package dev.deckhand.shell.report.writer;

import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.GradingReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Workflow commands that make annotations in GitHub Actions, for standard output; see "Workflow
 * commands for GitHub Actions" in GitHub's documentation. A failed task is an error, an undecided
 * one a warning, the score a notice.
 *
 * <p>GitHub shows ten annotations of a type for each step of a workflow. The tenth says how many
 * more there are.
 */
final class WorkflowAnnotations {

  private static final int MAX_OF_A_TYPE = 10;

  private WorkflowAnnotations() {}

  /**
   * @param outcomes as the learner may read them
   */
  static String write(List<GradingOutcome> outcomes) {
    var errors = new ArrayList<String>();
    var warnings = new ArrayList<String>();
    var notices = new ArrayList<String>();
    for (GradingOutcome outcome : outcomes) {
      switch (outcome) {
        case GradingOutcome.Graded(var report) -> add(report, errors, warnings, notices);
        case GradingOutcome.NotGraded notGraded -> errors.add(notGraded(notGraded));
      }
    }
    var lines = new ArrayList<>(bounded("error", errors));
    lines.addAll(bounded("warning", warnings));
    lines.addAll(bounded("notice", notices));
    return String.join("\n", lines) + "\n";
  }

  private static void add(
      GradingReport report, List<String> errors, List<String> warnings, List<String> notices) {
    Grade grade = report.grade();
    for (StepGrade step : grade.steps()) {
      for (TaskGrade task : step.tasks()) {
        String title = "Step " + step.number() + ": " + ReportText.line(task.title());
        String why = ReportText.why(task.outcome());
        switch (task.outcome()) {
          case Outcome.Passed() -> {}
          case Outcome.Failed _ -> errors.add(command("error", title, why));
          case Outcome.NotReached _ -> errors.add(command("error", title, "Not reached. " + why));
          case Outcome.Undecided _ -> warnings.add(command("warning", title, why));
        }
      }
    }
    String name = ReportText.line(grade.submission()) + ": " + ReportText.line(grade.lessonTitle());
    notices.add(
        command(
            "notice",
            name,
            grade.isFinal()
                ? ReportText.score(grade)
                : "A person decides about this grade. So far: " + ReportText.score(grade)));
  }

  private static String notGraded(GradingOutcome.NotGraded notGraded) {
    String who =
        notGraded.submission().isEmpty() ? "" : ReportText.line(notGraded.submission()) + ": ";
    return command(
        "error",
        who + "not graded",
        "This is no result of the submission. "
            + ReportText.line(notGraded.reason())
            + "\n"
            + ReportText.line(notGraded.remedy()));
  }

  private static List<String> bounded(String type, List<String> commands) {
    if (commands.size() <= MAX_OF_A_TYPE) {
      return commands;
    }
    int shown = MAX_OF_A_TYPE - 1;
    var kept = new ArrayList<>(commands.subList(0, shown));
    kept.add(command(type, "More", commands.size() - shown + " more of this kind."));
    return kept;
  }

  private static String command(String type, String title, String message) {
    return "::" + type + " title=" + property(title) + "::" + data(message);
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
