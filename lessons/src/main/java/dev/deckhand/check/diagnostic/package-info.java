/**
 * What is wrong in an author's document: where, what, and how to fix it.
 *
 * <p>Knows nothing about what kind of document it is.
 */
@NullMarked
package dev.deckhand.check.diagnostic;

import org.jspecify.annotations.NullMarked;
