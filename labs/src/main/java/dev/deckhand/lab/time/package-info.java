/**
 * Deadlines, calls with a timeout, and what takes how long.
 *
 * <p>Knows nothing about labs.
 */
@NullMarked
package dev.deckhand.lab.time;

import org.jspecify.annotations.NullMarked;
