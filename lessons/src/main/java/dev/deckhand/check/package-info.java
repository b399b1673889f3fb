/**
 * What is expected, what was seen, and the verdict between the two.
 *
 * <p>Knows nothing about clusters, engines, files or time: observations are handed in.
 */
@NullMarked
package dev.deckhand.check;

import org.jspecify.annotations.NullMarked;
