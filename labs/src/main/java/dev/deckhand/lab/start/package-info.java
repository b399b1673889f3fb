/**
 * Starts what a lesson needs, and removes what killed processes left.
 *
 * <p>Knows nothing about terminals.
 */
@NullMarked
package dev.deckhand.lab.start;

import org.jspecify.annotations.NullMarked;
