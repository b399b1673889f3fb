package dev.deckhand.grade;

import java.util.List;

/**
 * The tasks of one step.
 *
 * @param number in the order in which the learner had the steps, counted from 1
 * @param written its number in the lesson's file, by which the steps of several learners are
 *     compared
 * @param remarks what the grader has to say about the step, such as commands that ran out of time;
 *     one sentence each
 */
public record StepGrade(
    int number, int written, String title, List<TaskGrade> tasks, List<String> remarks) {
  public StepGrade {
    tasks = List.copyOf(tasks);
    remarks = List.copyOf(remarks);
  }

  /** A step in the order of the lesson's file. */
  public StepGrade(int number, String title, List<TaskGrade> tasks, List<String> remarks) {
    this(number, number, title, tasks, remarks);
  }

  /** The points of its tasks, before deductions. */
  public long earned() {
    return tasks.stream().mapToLong(TaskGrade::earned).sum();
  }

  /** The points that its tasks are worth. */
  public long possible() {
    return tasks.stream().mapToLong(TaskGrade::weight).sum();
  }

  /** Whether every task was judged. */
  public boolean isFinal() {
    return tasks.stream().noneMatch(task -> task.outcome() instanceof Outcome.Undecided);
  }

  /** Whether every task is solved. */
  public boolean isPassed() {
    return tasks.stream().allMatch(task -> task.outcome() instanceof Outcome.Passed);
  }

  /** Whether the submission got to any of its tasks. */
  public boolean isReached() {
    return tasks.stream().anyMatch(task -> !(task.outcome() instanceof Outcome.NotReached));
  }
}
