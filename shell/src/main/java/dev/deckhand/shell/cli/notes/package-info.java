/**
 * Commands for a learner's notes.
 *
 * <p>Knows nothing about the environment: it is passed in.
 */
@NullMarked
package dev.deckhand.shell.cli.notes;

import org.jspecify.annotations.NullMarked;
