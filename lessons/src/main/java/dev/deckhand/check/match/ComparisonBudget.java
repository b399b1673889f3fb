package dev.deckhand.check.match;

import dev.deckhand.check.pattern.FieldPath;

/** What one judgement may cost; counted, not timed, so that it ends alike on every machine. */
public final class ComparisonBudget {
  /** Comparisons; a thousand elements against a thousand are one million. */
  private static final int MAX_COMPARISONS = 4_000_000;

  /** An expression costs about as much as this many comparisons. */
  static final int EXPRESSION_COST = 500;

  /** A step inside an expression costs about as much as this many comparisons. */
  static final int STEP_COST = 5;

  /** So does a list, besides its elements. */
  static final int LIST_COST = 20;

  private static final int MAX_DEPTH = 200;

  private int spent;

  void spend(int comparisons, FieldPath where) {
    spent += comparisons;
    if (spent > MAX_COMPARISONS || where.depth() > MAX_DEPTH) {
      throw new Exhausted();
    }
  }

  /** Thrown where a judgement would cost more than it may. */
  public static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exhausted() {
      super("a judgement costs more than it may", null, false, false);
    }
  }
}
