/**
 * Drawing on the terminal: output above the prompt, the status line below it, and the pager.
 *
 * <p>Knows nothing about labs and sessions.
 */
@NullMarked
package dev.deckhand.shell.repl.screen;

import org.jspecify.annotations.NullMarked;
