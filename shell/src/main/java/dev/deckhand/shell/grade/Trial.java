package dev.deckhand.shell.grade;

import dev.deckhand.lesson.LessonId;
import java.time.Duration;

/**
 * One thing that a lesson had to show, and whether it did.
 *
 * @param step counted from 1
 * @param what what was tried, in words
 * @param problem empty if it went as it should
 */
public record Trial(
    LessonId lesson, int step, Rule rule, String what, String problem, Duration took) {

  /** Whether the lesson showed it. */
  public boolean passed() {
    return problem.isEmpty();
  }

  /** The rules of the lesson language that a run can show. */
  public enum Rule {
    RED_BEFORE("red before"),
    GREEN_AFTER("green after"),
    ALTERNATIVE("another right way"),
    WRONG("a wrong way"),
    RESET("reset");

    private final String words;

    Rule(String words) {
      this.words = words;
    }

    /** The rule in words. */
    public String words() {
      return words;
    }
  }
}
