package dev.deckhand.check;

/** What one judgement may cost; counted, not timed, so that it ends alike on every machine. */
final class Effort {
  /** Comparisons; a thousand elements against a thousand are one million. */
  private static final int MOST = 4_000_000;

  /** An expression costs about as much as this many comparisons. */
  static final int EXPRESSION = 500;

  /** A step inside an expression costs about as much as this many comparisons. */
  static final int STEP = 5;

  /** So does a list, besides its elements. */
  static final int LIST = 20;

  private static final int DEEPEST = 200;

  private int spent;

  void spend(int comparisons, FieldPath where) {
    spent += comparisons;
    if (spent > MOST || where.depth() > DEEPEST) {
      throw new Exhausted();
    }
  }

  /** Thrown where a judgement would cost more than it may. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exhausted() {
      super("a judgement costs more than it may", null, false, false);
    }
  }
}
