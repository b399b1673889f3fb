package dev.deckhand.grade;

import java.util.List;

/**
 * The tasks of one step.
 *
 * @param number counted from 1
 * @param remarks what the grader has to say about the step, such as commands that ran out of time;
 *     one sentence each
 */
public record StepGrade(int number, String title, List<TaskGrade> tasks, List<String> remarks) {
  public StepGrade {
    tasks = List.copyOf(tasks);
    remarks = List.copyOf(remarks);
  }
}
