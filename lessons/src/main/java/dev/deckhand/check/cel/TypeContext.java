package dev.deckhand.check.cel;

import dev.deckhand.check.schema.ApiSchema;
import dev.deckhand.check.schema.FieldType;

/**
 * What is known of the things that an expression may speak of, before any of them is there.
 *
 * @param kind the object's, as in {@code Deployment}
 * @param object the type of the whole object
 * @param before the type of what {@code before} is
 * @param self the type of the node that the expression stands in
 * @param path where in the object that node is; empty for the object
 */
public record TypeContext(
    ApiSchema schema,
    String kind,
    FieldType object,
    FieldType before,
    FieldType self,
    String path) {

  /** The same object, looked at from another of its nodes. */
  public TypeContext withSelf(FieldType node, String where) {
    return new TypeContext(schema, kind, object, before, node, where);
  }
}
