package dev.deckhand.check.cel;

import dev.deckhand.check.pattern.DataNode;

/** The result of evaluating an expression. */
public sealed interface EvaluationResult {

  /** The expression has a value. */
  record Value(DataNode value) implements EvaluationResult {}

  /** A field that it reads doesn't exist; the reason says which. */
  record MissingField(String reason) implements EvaluationResult {}

  /** It can't be evaluated; the reason says why. */
  record Failure(String reason) implements EvaluationResult {}
}
