package dev.deckhand.grade;

import dev.deckhand.lesson.LessonId;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * The grade of one submission. It has no times and no names of the machine: the same lesson, the
 * same submission and the same observations give the same grade, byte for byte.
 *
 * @param lessonTitle as the learner reads it
 * @param submission the name of the submission, usually the learner's
 * @param steps all steps of the lesson, in order
 * @param deductions may be empty
 * @param remarks about the submission as a whole, such as files that were left out; one sentence
 *     each
 */
public record Grade(
    LessonId lesson,
    String lessonTitle,
    String submission,
    List<StepGrade> steps,
    List<Deduction> deductions,
    List<String> remarks) {
  public Grade {
    steps = List.copyOf(steps);
    deductions = List.copyOf(deductions);
    remarks = List.copyOf(remarks);
  }

  /** The points of all steps. */
  public Score score() {
    return Score.of(steps, deductions);
  }

  /** The percent of the earned points that is left after the deductions, 0 to 100. */
  public int keptPercent() {
    return Score.keptPercent(deductions);
  }

  /**
   * What a task adds to the score: its points after the deductions, exact to a hundredth. All of
   * them together are {@link Score#earned}.
   */
  public BigDecimal counted(TaskGrade task) {
    return Score.share(task.earned(), keptPercent());
  }

  /** What a step adds to the score: the points of its tasks after the deductions. */
  public BigDecimal counted(StepGrade step) {
    return Score.share(step.earned(), keptPercent());
  }

  /**
   * The same grade as its learner may read it: all that it says about hidden tasks is how many
   * there are and what they're worth. Its score is the same.
   */
  public Grade forLearner() {
    return new Grade(
        lesson,
        lessonTitle,
        submission,
        steps.stream().map(HiddenTasks::mergedIn).toList(),
        deductions,
        remarks);
  }

  /** All tasks, in order. */
  public Stream<TaskGrade> tasks() {
    return steps.stream().flatMap(step -> step.tasks().stream());
  }

  /**
   * Whether every task was judged. If not, the grade must not be recorded as it is: a person
   * decides first.
   */
  public boolean isFinal() {
    return tasks().noneMatch(task -> task.outcome() instanceof Outcome.Undecided);
  }

  /** Whether every task is solved. */
  public boolean isPassed() {
    return tasks().allMatch(task -> task.outcome() instanceof Outcome.Passed);
  }
}
