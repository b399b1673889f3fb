package dev.deckhand.check;

import org.jspecify.annotations.Nullable;

/**
 * What the variables of an expression stand for.
 *
 * @param before the object when the step began, {@link Node.Absent} if it was not there, a list for
 *     a subject without a name
 * @param answer null in a check that is no question
 */
record Scene(Node self, Node object, Node before, @Nullable String answer) {

  /** The same scene for an expression that stands in another node. */
  Scene at(Node node) {
    return new Scene(node, object, before, answer);
  }
}
