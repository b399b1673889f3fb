package dev.deckhand.site.grade;

import dev.deckhand.check.Verdict;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.Score;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.site.text.PluralFormatter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How grades are phrased in documents for people. */
final class GradeWords {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private GradeWords() {}

  /** A row of the table that says how the points come about. */
  record PointsRow(String what, String earned, String possible, boolean isTotal) {}

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  static String number(BigDecimal number) {
    return number.toPlainString();
  }

  /** {@code 7.2}; {@code 7.2 + ?} if some isn't decided, {@code ?} if nothing else is earned. */
  static String open(BigDecimal earned, boolean isFinal) {
    if (isFinal) {
      return number(earned);
    }
    return earned.signum() == 0 ? "?" : number(earned) + " + ?";
  }

  /** {@code 7.2 of 10 points}. */
  static String points(Score score) {
    return number(score.earned()) + " of " + number(score.possible()) + " points";
  }

  /** A fraction in whole percents, rounded down, so that 100 percent means all. */
  static String percent(BigDecimal fraction) {
    return fraction.movePointRight(2).setScale(0, RoundingMode.DOWN).toPlainString() + " %";
  }

  static String solved(Grade grade) {
    long solved = grade.tasks().filter(task -> task.outcome() instanceof Outcome.Passed).count();
    return solved + " of " + PluralFormatter.of(grade.tasks().count(), "task");
  }

  /** What became of a task. */
  static String state(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed() -> "Solved";
      case Outcome.Failed _ -> "Not solved";
      case Outcome.Undecided _ -> "Not decided yet";
      case Outcome.NotReached _ -> "Not reached";
    };
  }

  /** The word for what became of a task, as a role of its element. */
  static String role(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed() -> "passed";
      case Outcome.Failed _ -> "failed";
      case Outcome.Undecided _ -> "undecided";
      case Outcome.NotReached _ -> "not-reached";
    };
  }

  /** {@code 0 of 3 points}; of a task that isn't decided, what it's worth. */
  static String points(TaskGrade task) {
    String worth = PluralFormatter.of(task.weight(), "point");
    return task.outcome() instanceof Outcome.Undecided
        ? worth + " open"
        : task.earned() + " of " + worth;
  }

  /** What a finding is about. */
  static String where(Verdict.Finding finding) {
    return finding.path().isEmpty() ? finding.subject() : finding.subject() + ": " + finding.path();
  }

  /** The steps, the deductions, and the total. */
  static List<PointsRow> table(Grade grade) {
    var rows = new ArrayList<PointsRow>();
    for (StepGrade step : grade.steps()) {
      rows.add(
          new PointsRow(
              "Step " + step.number() + ": " + step.title(),
              open(BigDecimal.valueOf(step.earned()), step.isFinal()),
              Long.toString(step.possible()),
              false));
    }
    Score score = grade.score();
    if (!grade.deductions().isEmpty()) {
      BigDecimal earned =
          BigDecimal.valueOf(grade.steps().stream().mapToLong(StepGrade::earned).sum());
      String together =
          grade.deductions().size() == 1
              ? ""
              : ", together " + (100 - grade.keptPercent()) + " percent";
      String why =
          String.join(
              "; ",
              grade.deductions().stream()
                  .map(one -> one.percent() + " percent for " + one.reason())
                  .toList());
      rows.add(
          new PointsRow(
              "Taken off: " + why + together, minus(earned.subtract(score.earned())), "", false));
    }
    rows.add(
        new PointsRow(
            "Total", open(score.earned(), grade.isFinal()), number(score.possible()), true));
    return rows;
  }

  private static String minus(BigDecimal points) {
    return points.signum() == 0 ? "0" : "\u2212" + number(points);
  }

  /** What a learner reads above a grade that isn't complete; empty if it is. */
  static String incomplete(Grade grade) {
    long open = grade.tasks().filter(task -> task.outcome() instanceof Outcome.Undecided).count();
    return open == 0
        ? ""
        : "This grade isn't complete. "
            + PluralFormatter.of(open, "task")
            + " couldn't be judged, which isn't your fault and costs nothing. "
            + "Your instructor decides about "
            + number(grade.score().undecided())
            + " points.";
  }

  /** The remarks of the grade and of its steps. */
  static List<String> remarks(Grade grade) {
    Stream<String> ofSteps =
        grade.steps().stream()
            .flatMap(step ->
                step.remarks().stream().map(remark -> "Step " + step.number() + ": " + remark));
    return Stream.concat(grade.remarks().stream(), ofSteps).toList();
  }
}
