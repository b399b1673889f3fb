/**
 * What could stand where the cursor is: the shell's words, lessons, commands, files, what the tools
 * say of themselves, and live names from the lab.
 *
 * <p>Every question to a tool or a lab is bounded in time: a Tab that nobody answers shows less,
 * and never hangs. Names come from outside: one with a control character in it is not offered.
 * Knows nothing about terminals.
 */
@NullMarked
package dev.deckhand.shell.repl.complete;

import org.jspecify.annotations.NullMarked;
