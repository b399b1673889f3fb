/**
 * Blocks of prose, code, tables and pictures as styled lines.
 *
 * <p>Knows nothing about terminals, files or time.
 */
@NullMarked
package dev.deckhand.shell.view.prose;

import org.jspecify.annotations.NullMarked;
