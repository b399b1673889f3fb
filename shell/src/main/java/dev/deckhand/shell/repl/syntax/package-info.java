/**
 * What a line of shell is made of, as far as completion and colours want to know: words, operators,
 * comments, and which command the cursor is in. Forgiving: a line that is being typed is rarely
 * whole.
 *
 * <p>Knows nothing about terminals, labs, or which commands there are.
 */
@NullMarked
package dev.deckhand.shell.repl.syntax;

import org.jspecify.annotations.NullMarked;
