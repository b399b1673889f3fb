/**
 * The containers that labs are made of: started through Testcontainers, labelled, on loopback
 * alone.
 *
 * <p>Knows nothing about what runs in them.
 */
@NullMarked
package dev.deckhand.lab.container;

import org.jspecify.annotations.NullMarked;
