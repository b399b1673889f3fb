/**
 * Starts the containers of labs with Testcontainers: with labels, and with ports on loopback only.
 *
 * <p>Knows nothing about what runs in them.
 */
@NullMarked
package dev.deckhand.lab.container;

import org.jspecify.annotations.NullMarked;
