/**
 * The line editor: keys, completion menu, paste, history, and the highlighting of what is typed.
 *
 * <p>Knows nothing about labs and sessions.
 */
@NullMarked
package dev.deckhand.shell.repl.edit;

import org.jspecify.annotations.NullMarked;
