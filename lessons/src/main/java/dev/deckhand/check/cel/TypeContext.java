package dev.deckhand.check.cel;

import dev.deckhand.check.schema.ApiSchema;
import dev.deckhand.check.schema.FieldType;

/**
 * The types of the variables of an expression.
 *
 * @param kind the kind of the object: {@code Deployment}
 * @param object the type of the whole object
 * @param before the type of {@code before}
 * @param self the type of the node that the expression is in
 * @param path the path of that node; empty for the object
 */
public record TypeContext(
    ApiSchema schema,
    String kind,
    FieldType object,
    FieldType before,
    FieldType self,
    String path) {

  /** The types for an expression in another node. */
  public TypeContext withSelf(FieldType node, String where) {
    return new TypeContext(schema, kind, object, before, node, where);
  }
}
