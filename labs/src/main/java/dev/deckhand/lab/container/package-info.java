/**
 * Starts the containers of labs through Testcontainers, labelled, with ports on loopback only.
 *
 * <p>Knows nothing about what runs in them.
 */
@NullMarked
package dev.deckhand.lab.container;

import org.jspecify.annotations.NullMarked;
