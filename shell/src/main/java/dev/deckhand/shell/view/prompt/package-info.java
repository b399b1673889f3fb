/**
 * The prompt and the status line as styled text.
 *
 * <p>Knows nothing about terminals, files or time.
 */
@NullMarked
package dev.deckhand.shell.view.prompt;

import org.jspecify.annotations.NullMarked;
