package dev.deckhand.check.match;

import dev.deckhand.check.pattern.FieldPath;

/** What a verdict may cost: counted, not timed, so that the result is the same on any machine. */
public final class ComparisonBudget {
  /** A thousand elements against a thousand are one million comparisons. */
  private static final int MAX_COMPARISONS = 4_000_000;

  /** The cost of an expression, in comparisons. */
  static final int EXPRESSION_COST = 500;

  /** The cost of a step in an expression, in comparisons. */
  static final int STEP_COST = 5;

  /** The cost of a list besides its elements, in comparisons. */
  static final int LIST_COST = 20;

  private static final int MAX_DEPTH = 200;

  private int spent;

  void spend(int comparisons, FieldPath where) {
    spent += comparisons;
    if (spent > MAX_COMPARISONS || where.depth() > MAX_DEPTH) {
      throw new Exhausted();
    }
  }

  /** Thrown if a verdict would cost more than allowed. */
  public static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exhausted() {
      super("the comparison exceeds its budget", null, false, false);
    }
  }
}
