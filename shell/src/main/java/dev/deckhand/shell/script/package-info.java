/**
 * A learner who is a script: lines from a file or a pipe, output that is only appended.
 *
 * <p>Knows nothing about terminals.
 */
@NullMarked
package dev.deckhand.shell.script;

import org.jspecify.annotations.NullMarked;
