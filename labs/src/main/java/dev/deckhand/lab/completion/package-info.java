/**
 * The names of the objects of an engine or a cluster, for completion.
 *
 * <p>Knows the two APIs. Knows nothing about commands or lines.
 */
@NullMarked
package dev.deckhand.lab.completion;

import org.jspecify.annotations.NullMarked;
