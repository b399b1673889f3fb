/**
 * The append-only record of what a learner did, and what follows from it: progress and notes.
 *
 * <p>Knows nothing about labs or terminals.
 */
@NullMarked
package dev.deckhand.shell.journal;

import org.jspecify.annotations.NullMarked;
