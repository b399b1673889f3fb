package dev.deckhand.site.grade;

import dev.deckhand.grade.Grade;

/** The result of one submission, for the page of a class. */
public sealed interface ClassResult {

  /**
   * A grade.
   *
   * @param page the address of the learner's page, relative to that of the class; empty if there's
   *     none
   */
  record Graded(Grade grade, String page) implements ClassResult {

    @Override
    public String submission() {
      return grade.submission();
    }
  }

  /** There is no grade, since the judge failed. */
  record NotGraded(String submission, String reason, String remedy) implements ClassResult {}

  /** The submission's name. */
  String submission();
}
