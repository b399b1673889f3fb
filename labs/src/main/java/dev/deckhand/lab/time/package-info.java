/**
 * Deadlines, and calls with a timeout.
 *
 * <p>Knows nothing about labs.
 */
@NullMarked
package dev.deckhand.lab.time;

import org.jspecify.annotations.NullMarked;
