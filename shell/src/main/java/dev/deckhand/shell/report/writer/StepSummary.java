package dev.deckhand.shell.report.writer;

import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.GradingReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The summary of a job in GitHub Actions, in Markdown, for the file in {@code GITHUB_STEP_SUMMARY};
 * see "Adding a job summary" in GitHub's documentation. GitHub takes at most 1 MiB for each step:
 * where there's no room for its tasks, a grade is its score, and what comes after that is missing.
 */
final class StepSummary {

  /** GitHub's limit, less some room for what else the step writes. */
  static final int MAX_BYTES = 1_000_000;

  private StepSummary() {}

  /**
   * @param outcomes as the learner may read them
   */
  static String write(List<GradingOutcome> outcomes) {
    var text = new StringBuilder();
    int left = MAX_BYTES;
    for (GradingOutcome outcome : outcomes) {
      String part = part(lines(outcome, true));
      if (size(part) > left) {
        part = part(lines(outcome, false));
      }
      if (size(part) > left) {
        break;
      }
      text.append(part);
      left -= size(part);
    }
    return text.toString();
  }

  private static String part(List<String> lines) {
    return String.join("\n", lines) + "\n\n";
  }

  private static int size(String part) {
    return part.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * @param details whether there's room for the tasks and for what was printed
   */
  private static List<String> lines(GradingOutcome outcome, boolean details) {
    return switch (outcome) {
      case GradingOutcome.Graded(var report) -> graded(report, details);
      case GradingOutcome.NotGraded notGraded ->
          List.of(
              "## " + Markdown.inline(notGraded.submission()) + ": not graded",
              "",
              "This is no result of the submission.",
              Markdown.inline(notGraded.reason()),
              Markdown.inline(notGraded.remedy()));
    };
  }

  private static List<String> graded(GradingReport report, boolean details) {
    Grade grade = report.grade();
    var lines = new ArrayList<String>();
    lines.add(
        "## " + Markdown.inline(grade.submission()) + ": " + Markdown.inline(grade.lessonTitle()));
    lines.add("");
    lines.add("**" + Markdown.inline(ReportText.score(grade)) + "**");
    if (!grade.isFinal()) {
      lines.addAll(List.of("", "A person decides about what couldn't be judged."));
    }
    lines.add("");
    if (!details) {
      lines.add("The tasks are left out, since they're too many for a summary.");
      return lines;
    }
    ReportText.deductions(grade).forEach(one -> lines.add("- " + Markdown.inline(one)));
    ReportText.remarks(grade).forEach(one -> lines.add("- " + Markdown.inline(one)));
    lines.addAll(List.of("", "| Step | Task | Result | Points | Why |", "|---|---|---|---:|---|"));
    for (StepGrade step : grade.steps()) {
      step.tasks().forEach(task -> lines.add(row(step, task)));
    }
    String printed = ReportText.output(report.run().output());
    if (!printed.isBlank()) {
      lines.addAll(List.of("", "<details><summary>What the submission printed</summary>", ""));
      lines.addAll(Markdown.block(printed));
      lines.addAll(List.of("", "</details>"));
    }
    return lines;
  }

  private static String row(StepGrade step, TaskGrade task) {
    String why =
        String.join("<br>", ReportText.why(task.outcome()).lines().map(Markdown::inline).toList());
    return "| "
        + step.number()
        + " | "
        + Markdown.inline(task.title())
        + " | "
        + result(task.outcome())
        + " | "
        + (task.outcome() instanceof Outcome.Undecided ? "?" : task.earned())
        + " of "
        + task.weight()
        + " | "
        + why
        + " |";
  }

  private static String result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed() -> "✅ passed";
      case Outcome.Failed _ -> "❌ failed";
      case Outcome.Undecided _ -> "❔ undecided";
      case Outcome.NotReached _ -> "⏭️ not reached";
    };
  }
}
