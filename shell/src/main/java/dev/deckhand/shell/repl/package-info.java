/**
 * Reads lines from a terminal and shows displays on it.
 *
 * <p>Knows only the interfaces of labs.
 */
@NullMarked
package dev.deckhand.shell.repl;

import org.jspecify.annotations.NullMarked;
