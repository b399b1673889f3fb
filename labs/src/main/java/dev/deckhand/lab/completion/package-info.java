/**
 * The names of what exists in an engine or a cluster, for completion.
 *
 * <p>Knows the two APIs. Knows nothing about commands, lines or who asks.
 */
@NullMarked
package dev.deckhand.lab.completion;

import org.jspecify.annotations.NullMarked;
