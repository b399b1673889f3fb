package dev.deckhand.lesson;

import dev.deckhand.check.Check;
import dev.deckhand.check.Question;
import java.util.List;

/**
 * The tasks of a step, and their hints.
 *
 * @param questions what is answered with {@code answer}
 * @param quizzes what is answered with {@code choose}
 */
public record StepTasks(
    List<Check> checks, List<Question> questions, List<Quiz> quizzes, List<Hint> hints) {

  /** Nothing to do. */
  public static final StepTasks NONE = new StepTasks(List.of(), List.of(), List.of(), List.of());

  public StepTasks {
    checks = List.copyOf(checks);
    questions = List.copyOf(questions);
    quizzes = List.copyOf(quizzes);
    hints = List.copyOf(hints);
  }
}
