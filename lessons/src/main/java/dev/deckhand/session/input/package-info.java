/**
 * What a learner typed, parsed into one of the shell's own commands or a command for the workspace.
 *
 * <p>Knows nothing about sessions and terminals.
 */
@NullMarked
package dev.deckhand.session.input;

import org.jspecify.annotations.NullMarked;
