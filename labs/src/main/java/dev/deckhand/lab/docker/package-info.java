/**
 * Speaks the Engine API over a socket: to the machine's engine and to a private one alike.
 *
 * <p>JSON in, JSON out, as the engine says it. Knows nothing about lessons, labs or Testcontainers.
 */
@NullMarked
package dev.deckhand.lab.docker;

import org.jspecify.annotations.NullMarked;
