package dev.deckhand.grade;

/**
 * One task of a step, and what became of it.
 *
 * @param id unique in its lesson: the id of the check, question or quiz
 * @param title what the learner is asked for
 * @param weight the points that it's worth, 1 or more
 * @param hidden whether the learner isn't shown this task
 */
public record TaskGrade(
    String id, Kind kind, String title, int weight, boolean hidden, Outcome outcome) {

  public TaskGrade {
    if (weight < 1) {
      throw new IllegalArgumentException("the weight of a task must be 1 or more: " + weight);
    }
  }

  /** What is judged. */
  public enum Kind {
    /** The state of the lab. */
    CHECK,
    /** The answer to a question. */
    QUESTION,
    /** The choices in a quiz. */
    QUIZ
  }

  /** The points that it earns, before deductions. */
  public int earned() {
    return outcome instanceof Outcome.Passed ? weight : 0;
  }

  /** The points that a person has yet to decide on. */
  public int undecided() {
    return outcome instanceof Outcome.Undecided ? weight : 0;
  }
}
