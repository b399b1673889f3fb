/**
 * Lessons walked without a person: scripts, and the tests that a lesson must pass.
 *
 * <p>Knows nothing about terminals.
 */
@NullMarked
package dev.deckhand.shell.grade;

import org.jspecify.annotations.NullMarked;
