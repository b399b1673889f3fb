/**
 * The program: where environment, clock and streams come in, parts are put together, and exit codes
 * go out.
 *
 * <p>Knows nothing about lessons beyond passing them on.
 */
@NullMarked
package dev.deckhand.shell;

import org.jspecify.annotations.NullMarked;
