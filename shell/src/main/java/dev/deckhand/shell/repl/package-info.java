/**
 * Reading lines from a terminal and showing scenes on it.
 *
 * <p>Of labs it knows the ports alone.
 */
@NullMarked
package dev.deckhand.shell.repl;

import org.jspecify.annotations.NullMarked;
