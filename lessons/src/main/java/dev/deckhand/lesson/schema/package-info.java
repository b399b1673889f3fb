/**
 * The JSON Schema of check documents for editors, made from the types that the compiler checks
 * with.
 *
 * <p>Knows nothing about AsciiDoc, files or editors.
 */
@NullMarked
package dev.deckhand.lesson.schema;

import org.jspecify.annotations.NullMarked;
