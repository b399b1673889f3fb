package dev.deckhand.shell.trial;

import dev.deckhand.lesson.LessonId;
import java.time.Duration;

/**
 * The result of one trial of a lesson.
 *
 * @param step counted from 1
 * @param what a description of the trial
 * @param problem empty if it passed
 * @param warning something for the author to look at that is no failure; empty if none
 */
public record TrialResult(
    LessonId lesson,
    int step,
    Rule rule,
    String what,
    String problem,
    String warning,
    Duration took) {

  /** The same trial of a lesson with the names and numbers of a seed. */
  public TrialResult withSeed(long seed) {
    String with = (what.isEmpty() ? "" : what + ", ") + "with the seed " + seed;
    return new TrialResult(lesson, step, rule, with, problem, warning, took);
  }

  /** Returns whether the trial passed. */
  public boolean passed() {
    return problem.isEmpty();
  }

  /** The rules of the lesson language that trials verify. */
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

    /** Returns the rule's name in options and reports. */
    public String word() {
      return word;
    }

    /** Returns the rule's name for people. */
    public String words() {
      return words;
    }
  }
}
