/**
 * Reading lines from a terminal and showing scenes on it.
 *
 * <p>Knows nothing about labs.
 */
@NullMarked
package dev.deckhand.shell.repl;

import org.jspecify.annotations.NullMarked;
