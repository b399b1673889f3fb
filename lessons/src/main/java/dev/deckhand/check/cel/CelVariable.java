package dev.deckhand.check.cel;

import java.util.Optional;
import java.util.stream.Stream;

/** The variables of expressions. */
public enum CelVariable {
  /** The node that the expression is in. */
  SELF("self"),
  /** The whole object. */
  OBJECT("object"),
  /**
   * The object as it was when the step began: null if it didn't exist, a list in a document without
   * a name.
   */
  BEFORE("before"),
  /** The typed answer, a text; in questions only. */
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
