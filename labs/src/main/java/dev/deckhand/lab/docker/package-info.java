/**
 * A client of the Engine API, for the machine's engine and for those of labs.
 *
 * <p>Takes and returns the engine's own JSON. Knows nothing about lessons, labs or Testcontainers.
 */
@NullMarked
package dev.deckhand.lab.docker;

import org.jspecify.annotations.NullMarked;
