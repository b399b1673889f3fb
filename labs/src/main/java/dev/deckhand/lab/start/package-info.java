/**
 * Starts what a lesson needs, engine, cluster, both or neither; sweeps what a killed process left.
 *
 * <p>The entry to all labs. Knows nothing about terminals.
 */
@NullMarked
package dev.deckhand.lab.start;

import org.jspecify.annotations.NullMarked;
