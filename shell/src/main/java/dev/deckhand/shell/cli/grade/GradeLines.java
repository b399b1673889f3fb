package dev.deckhand.shell.cli.grade;

import dev.deckhand.check.Verdict;
import dev.deckhand.grade.Deduction;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.shell.report.GradingOutcome;
import java.util.ArrayList;
import java.util.List;

/** Grades as lines for a terminal. */
final class GradeLines {

  private GradeLines() {}

  /** One line about a result: {@code anna: 7 of 10 points}. */
  static String summary(GradingOutcome outcome) {
    return switch (outcome) {
      case GradingOutcome.Graded(var report) ->
          outcome.submission() + ": " + points(report.grade()) + undecided(report.grade());
      case GradingOutcome.NotGraded notGraded ->
          (notGraded.submission().isEmpty() ? "" : notGraded.submission() + ": ")
              + "not graded. "
              + notGraded.reason();
    };
  }

  private static String points(Grade grade) {
    return grade.score().earned().toPlainString()
        + " of "
        + grade.score().possible().toPlainString()
        + " points";
  }

  private static String undecided(Grade grade) {
    return grade.isFinal()
        ? ""
        : ", and " + grade.score().undecided().toPlainString() + " that a person has to decide on";
  }

  /** A result with everything about its tasks. */
  static List<String> details(GradingOutcome outcome) {
    var lines = new ArrayList<String>();
    switch (outcome) {
      case GradingOutcome.Graded(var report) -> addGrade(lines, report.grade());
      case GradingOutcome.NotGraded notGraded -> {
        lines.add(summary(notGraded));
        lines.add("Next: " + notGraded.remedy());
      }
    }
    return lines;
  }

  private static void addGrade(List<String> lines, Grade grade) {
    for (StepGrade step : grade.steps()) {
      lines.add("Step " + step.number() + ": " + step.title());
      step.tasks().forEach(task -> addTask(lines, task));
      step.remarks().forEach(remark -> lines.add("  Note: " + remark));
    }
    grade.remarks().forEach(remark -> lines.add("Note: " + remark));
    for (Deduction deduction : grade.deductions()) {
      lines.add("Taken off: " + deduction.percent() + " % for " + deduction.reason());
    }
    lines.add(grade.submission() + ": " + points(grade) + undecided(grade));
  }

  private static void addTask(List<String> lines, TaskGrade task) {
    String points = " (" + task.earned() + " of " + task.weight() + ")";
    String title = task.title() + (task.hidden() ? " [hidden]" : "") + points;
    switch (task.outcome()) {
      case Outcome.Passed _ -> lines.add("  ✓ " + title);
      case Outcome.Failed(var findings) -> {
        lines.add("  ✗ " + title);
        for (Verdict.Finding finding : findings) {
          lines.add("      " + finding.sentence());
          finding.causes().forEach(cause -> lines.add("        " + cause));
        }
      }
      case Outcome.Undecided(var reason, var remedy) -> {
        lines.add("  ? " + title + " undecided: " + reason);
        lines.add("      " + remedy);
      }
      case Outcome.NotReached(var reason) -> lines.add("  – " + title + " " + reason);
    }
  }
}
