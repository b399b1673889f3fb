package dev.deckhand.check.cel;

import dev.deckhand.check.pattern.DataNode;
import org.jspecify.annotations.Nullable;

/**
 * What the variables of an expression stand for.
 *
 * @param before the object when the step began, {@link DataNode.Absent} if it was not there, a list
 *     for a subject without a name
 * @param answer null in a check that is no question
 */
public record EvaluationContext(
    DataNode self, DataNode object, DataNode before, @Nullable String answer) {

  /** The same scene for an expression that stands in another node. */
  public EvaluationContext withSelf(DataNode node) {
    return new EvaluationContext(node, object, before, answer);
  }
}
