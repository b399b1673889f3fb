/**
 * The program: receives the environment, clock and streams, creates the parts, and returns exit
 * codes.
 *
 * <p>Knows nothing about lessons beyond passing them on.
 */
@NullMarked
package dev.deckhand.shell;

import org.jspecify.annotations.NullMarked;
