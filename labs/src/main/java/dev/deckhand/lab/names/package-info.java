/**
 * What there is in an engine or a cluster, by name: for completion.
 *
 * <p>Knows the two APIs. Knows nothing about commands, lines or who asks.
 */
@NullMarked
package dev.deckhand.lab.names;

import org.jspecify.annotations.NullMarked;
