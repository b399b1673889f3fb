/**
 * Completion of the word at the cursor: Deckhand's own words, lessons, commands, files, suggestions
 * of the tools themselves, and names from the lab.
 *
 * <p>Every question to a tool or a lab has a time limit, so that Tab never hangs. Names come from
 * outside, so those with control characters are left out. Knows nothing about terminals.
 */
@NullMarked
package dev.deckhand.shell.repl.complete;

import org.jspecify.annotations.NullMarked;
