/**
 * Lesson tests: trials of a lesson's solutions, alternatives and wrong solutions in a real lab.
 *
 * <p>Knows nothing about terminals.
 */
@NullMarked
package dev.deckhand.shell.trial;

import org.jspecify.annotations.NullMarked;
