package dev.deckhand.grade;

import dev.deckhand.check.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Hidden tasks as their learner reads them: those of a step that ended alike are one task, without
 * a title, an expectation or a finding of any of them.
 */
final class HiddenTasks {

  private HiddenTasks() {}

  /** Returns the step with its hidden tasks merged, after those that the learner may see. */
  static StepGrade mergedIn(StepGrade step) {
    if (step.tasks().stream().noneMatch(TaskGrade::hidden)) {
      return step;
    }
    var tasks = new ArrayList<>(step.tasks().stream().filter(task -> !task.hidden()).toList());
    for (Ending ending : Ending.values()) {
      List<TaskGrade> alike =
          step.tasks().stream()
              .filter(task -> task.hidden() && Ending.of(task.outcome()) == ending)
              .toList();
      if (!alike.isEmpty()) {
        tasks.add(merged(step, ending, alike));
      }
    }
    return new StepGrade(step.number(), step.written(), step.title(), tasks, step.remarks());
  }

  private static TaskGrade merged(StepGrade step, Ending ending, List<TaskGrade> alike) {
    String name = alike.size() == 1 ? "1 hidden check" : alike.size() + " hidden checks";
    return new TaskGrade(
        "step-" + step.number() + "-hidden-" + ending.word,
        TaskGrade.Kind.CHECK,
        name,
        Math.toIntExact(alike.stream().mapToLong(TaskGrade::weight).sum()),
        true,
        ending.outcome(name));
  }

  /** How a task ended, without its reasons. */
  private enum Ending {
    PASSED("passed"),
    FAILED("failed"),
    UNDECIDED("undecided"),
    NOT_REACHED("not-reached");

    private final String word;

    Ending(String word) {
      this.word = word;
    }

    static Ending of(Outcome outcome) {
      return switch (outcome) {
        case Outcome.Passed() -> PASSED;
        case Outcome.Failed _ -> FAILED;
        case Outcome.Undecided _ -> UNDECIDED;
        case Outcome.NotReached _ -> NOT_REACHED;
      };
    }

    Outcome outcome(String name) {
      return switch (this) {
        case PASSED -> new Outcome.Passed();
        case FAILED ->
            new Outcome.Failed(
                List.of(new Verdict.Finding(name, "", "not passed", "passed", List.of())));
        case UNDECIDED ->
            new Outcome.Undecided(
                "A hidden check couldn't be judged.", "Your instructor decides about it.");
        case NOT_REACHED -> new Outcome.NotReached("The submission didn't get that far.");
      };
    }
  }
}
