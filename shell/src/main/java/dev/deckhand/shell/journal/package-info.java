/**
 * The journal of what a learner did, and what is derived from it: progress, statistics, notes.
 *
 * <p>Knows nothing about labs or terminals.
 */
@NullMarked
package dev.deckhand.shell.journal;

import org.jspecify.annotations.NullMarked;
