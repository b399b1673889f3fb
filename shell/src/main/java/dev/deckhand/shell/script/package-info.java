/**
 * Sessions that are driven by a script: lines come from a file or a pipe.
 *
 * <p>Knows nothing about terminals.
 */
@NullMarked
package dev.deckhand.shell.script;

import org.jspecify.annotations.NullMarked;
