package dev.deckhand.check;

/** What came of evaluating an expression. */
sealed interface Outcome {

  /** It gave a value. */
  record Gave(Node value) implements Outcome {}

  /** A field that it speaks of is not there; the reason is a sentence about it. */
  record Lacking(String reason) implements Outcome {}

  /** It could not be evaluated: the reason is a sentence about it. */
  record Stuck(String reason) implements Outcome {}
}
