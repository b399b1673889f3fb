package dev.deckhand.shell.trial;

import dev.deckhand.lesson.LessonId;
import java.time.Duration;

/**
 * One thing that a lesson had to show, and whether it did.
 *
 * @param step counted from 1
 * @param what what was tried, in words
 * @param problem empty if it went as it should
 * @param warning what an author should look at though nothing failed; empty for nothing
 */
public record TrialResult(
    LessonId lesson,
    int step,
    Rule rule,
    String what,
    String problem,
    String warning,
    Duration took) {

  /** Whether the lesson showed it. */
  public boolean passed() {
    return problem.isEmpty();
  }

  /** The rules of the lesson language that a run can show. */
  public enum Rule {
    RED_BEFORE("red-before", "red before"),
    WRONG("wrong", "a wrong way"),
    ALTERNATIVE("alternative", "another right way"),
    LEFT_OUT("left-out", "a command left out"),
    RESET("reset", "reset"),
    GREEN_AFTER("green-after", "green after"),
    CAN_FAIL("can-fail", "every check can fail"),
    OTHER_ORDER("other-order", "in another order");

    private final String word;
    private final String words;

    Rule(String word, String words) {
      this.word = word;
      this.words = words;
    }

    /** The rule as programs and options call it. */
    public String word() {
      return word;
    }

    /** The rule in words. */
    public String words() {
      return words;
    }
  }
}
