/**
 * Compares observed objects with patterns and reports each mismatch by its field path.
 *
 * <p>Knows nothing about where the objects come from.
 */
@NullMarked
package dev.deckhand.check.match;

import org.jspecify.annotations.NullMarked;
