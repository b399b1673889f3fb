/**
 * Lists the names of an engine's or a cluster's objects, for completion.
 *
 * <p>Knows nothing about commands or lines.
 */
@NullMarked
package dev.deckhand.lab.completion;

import org.jspecify.annotations.NullMarked;
