package dev.deckhand.check.cel;

import dev.deckhand.check.pattern.DataNode;

/** What came of evaluating an expression. */
public sealed interface EvaluationResult {

  /** It gave a value. */
  record Value(DataNode value) implements EvaluationResult {}

  /** A field that it speaks of is not there; the reason is a sentence about it. */
  record MissingField(String reason) implements EvaluationResult {}

  /** It could not be evaluated: the reason is a sentence about it. */
  record Failure(String reason) implements EvaluationResult {}
}
