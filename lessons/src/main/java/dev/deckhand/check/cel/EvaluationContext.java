package dev.deckhand.check.cel;

import dev.deckhand.check.pattern.DataNode;
import org.jspecify.annotations.Nullable;

/**
 * The values of the variables of an expression.
 *
 * @param before the object when the step began: {@link DataNode.Absent} if it didn't exist, a list
 *     for a subject without a name
 * @param answer null in checks
 */
public record EvaluationContext(
    DataNode self, DataNode object, DataNode before, @Nullable String answer) {

  /** The same values for an expression in another node. */
  public EvaluationContext withSelf(DataNode node) {
    return new EvaluationContext(node, object, before, answer);
  }
}
