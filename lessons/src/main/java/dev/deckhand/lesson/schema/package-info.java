/**
 * What editors are told of check documents: a JSON Schema, made from the same types that the
 * compiler checks with.
 *
 * <p>Knows nothing of AsciiDoc, files or editors.
 */
@NullMarked
package dev.deckhand.lesson.schema;

import org.jspecify.annotations.NullMarked;
