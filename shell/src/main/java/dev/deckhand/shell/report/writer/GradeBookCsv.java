package dev.deckhand.shell.report.writer;

import dev.deckhand.grade.Grade;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.GradingReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table for grade books (CSV, RFC 4180): one row for each submission, one column for each step.
 *
 * <p>Points are after deductions, so the steps add up to {@code points}. A cell whose points aren't
 * decided is empty. A cell that a spreadsheet would take for a formula begins with an apostrophe,
 * as OWASP recommends ("CSV Injection").
 */
final class GradeBookCsv {

  private static final String FORMULA_STARTS = "=+-@\uff1d\uff0b\uff0d\uff20";

  private GradeBookCsv() {}

  static String write(List<GradingOutcome> outcomes) {
    Map<Integer, String> steps = steps(outcomes);
    var text = new StringBuilder();
    var header =
        new ArrayList<>(
            List.of("submission", "lesson", "status", "points", "possible", "whole points"));
    steps.forEach((number, title) -> header.add("step " + number + ": " + title));
    header.addAll(List.of("deductions (percent)", "note"));
    append(text, header);
    outcomes.forEach(outcome -> append(text, row(outcome, steps)));
    return text.toString();
  }

  /**
   * The titles of all steps, by their numbers in the lesson's file, since each learner may have had
   * another order; of several lessons, those of the first.
   */
  private static Map<Integer, String> steps(List<GradingOutcome> outcomes) {
    var steps = new TreeMap<Integer, String>();
    for (GradingOutcome outcome : outcomes) {
      if (outcome instanceof GradingOutcome.Graded(var report)) {
        report
            .grade()
            .steps()
            .forEach(step -> steps.putIfAbsent(step.written(), ReportText.line(step.title())));
      }
    }
    return steps;
  }

  private static List<String> row(GradingOutcome outcome, Map<Integer, String> steps) {
    return switch (outcome) {
      case GradingOutcome.Graded(var report) -> graded(report, steps);
      case GradingOutcome.NotGraded notGraded -> {
        var cells = new ArrayList<String>();
        cells.add(notGraded.submission());
        cells.add(notGraded.lesson());
        cells.addAll(List.of("not graded", "", "", ""));
        steps.forEach((_, _) -> cells.add(""));
        cells.addAll(List.of("", ReportText.line(notGraded.reason() + " " + notGraded.remedy())));
        yield cells;
      }
    };
  }

  private static List<String> graded(GradingReport report, Map<Integer, String> steps) {
    Grade grade = report.grade();
    boolean isFinal = grade.isFinal();
    var cells = new ArrayList<String>();
    cells.add(ReportText.line(grade.submission()));
    cells.add(grade.lesson().toString());
    cells.add(isFinal ? "final" : "undecided");
    cells.add(isFinal ? ReportText.number(grade.score().earned()) : "");
    cells.add(ReportText.number(grade.score().possible()));
    cells.add(isFinal ? Integer.toString(grade.score().wholePoints()) : "");
    Map<Integer, StepGrade> own =
        grade.steps().stream()
            .collect(Collectors.toMap(StepGrade::written, step -> step, (a, _) -> a));
    for (int number : steps.keySet()) {
      StepGrade step = own.get(number);
      cells.add(step == null || !step.isFinal() ? "" : ReportText.number(grade.counted(step)));
    }
    cells.add(Integer.toString(100 - grade.keptPercent()));
    cells.add(String.join(" ", ReportText.undecided(grade)));
    return cells;
  }

  private static void append(StringBuilder text, List<String> cells) {
    text.append(cells.stream().map(GradeBookCsv::cell).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  private static String cell(String value) {
    String clean = value.isEmpty() ? "" : ReportText.line(value);
    String safe =
        !clean.isEmpty() && FORMULA_STARTS.indexOf(clean.charAt(0)) >= 0 && !clean.equals("-")
            ? "'" + clean
            : clean;
    boolean isQuoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\'');
    return isQuoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
