/**
 * Expressions of checks and answers in CEL: compiled, evaluated, and explained in field paths.
 *
 * <p>Knows nothing about lessons, clusters or engines.
 */
@NullMarked
package dev.deckhand.check.cel;

import org.jspecify.annotations.NullMarked;
