package dev.deckhand.check.cel;

import java.util.Optional;
import java.util.stream.Stream;

/** What an expression may speak of. */
public enum CelVariable {
  /** The node that the expression stands in. */
  SELF("self"),
  /** The whole object. */
  OBJECT("object"),
  /**
   * The same object as it was when the step began: null if it was not there, a list for a document
   * without a name.
   */
  BEFORE("before"),
  /** What was typed, as a text; in questions only. */
  ANSWER("answer");

  private final String keyword;

  CelVariable(String word) {
    this.keyword = word;
  }

  /** Returns the variable as it is written in an expression. */
  public String keyword() {
    return keyword;
  }

  static Optional<CelVariable> of(String word) {
    return Stream.of(values()).filter(variable -> variable.keyword.equals(word)).findFirst();
  }
}
