package dev.deckhand.shell.cli.grade;

import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a submission's points.
 *
 * @param tasks whose points differ, in the order of the lesson
 */
record GradeChange(Grade before, Grade after, List<Task> tasks) {

  GradeChange {
    tasks = List.copyOf(tasks);
  }

  /**
   * A task whose points, or what it's worth, differ.
   *
   * @param before null if it's new
   * @param after null if it's gone
   */
  record Task(int step, String title, @Nullable TaskGrade before, @Nullable TaskGrade after) {

    String sentence() {
      return "step " + step + ", \"" + title + "\": " + words(before) + ", now " + words(after);
    }

    static String words(@Nullable TaskGrade task) {
      return task == null
          ? "not there"
          : outcome(task.outcome()) + " (" + task.earned() + " of " + task.weight() + ")";
    }

    private static String outcome(Outcome outcome) {
      return switch (outcome) {
        case Outcome.Passed _ -> "passed";
        case Outcome.Failed _ -> "failed";
        case Outcome.Undecided _ -> "undecided";
        case Outcome.NotReached _ -> "not reached";
      };
    }
  }

  static GradeChange of(Grade before, Grade after) {
    Map<String, Task> all = new LinkedHashMap<>();
    for (StepGrade step : before.steps()) {
      step.tasks()
          .forEach(
              task -> all.put(key(step, task), new Task(step.number(), task.title(), task, null)));
    }
    for (StepGrade step : after.steps()) {
      for (TaskGrade task : step.tasks()) {
        Task earlier = all.get(key(step, task));
        all.put(
            key(step, task),
            new Task(step.number(), task.title(), earlier == null ? null : earlier.before(), task));
      }
    }
    var differing = new ArrayList<Task>();
    for (Task task : all.values()) {
      TaskGrade was = task.before();
      TaskGrade is = task.after();
      if (was == null
          || is == null
          || was.earned() != is.earned()
          || was.weight() != is.weight()
          || was.undecided() != is.undecided()) {
        differing.add(task);
      }
    }
    return new GradeChange(before, after, differing);
  }

  private static String key(StepGrade step, TaskGrade task) {
    return step.number() + " " + task.kind() + " " + task.id();
  }

  /** How many points are gained; negative if some are lost. */
  BigDecimal gained() {
    return after.score().earned().subtract(before.score().earned());
  }

  /** Such as {@code 6 of 10 points before, 8 of 12 now (+2)}. */
  String points() {
    BigDecimal gained = gained();
    return of(before)
        + " points before, "
        + of(after)
        + " now ("
        + (gained.signum() > 0 ? "+" : "")
        + gained.toPlainString()
        + ")";
  }

  private static String of(Grade grade) {
    return grade.score().earned().toPlainString()
        + " of "
        + grade.score().possible().toPlainString();
  }
}
