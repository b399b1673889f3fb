/**
 * The catalogue, progress and the state of the machine as styled lines.
 *
 * <p>Knows nothing about terminals, files or time.
 */
@NullMarked
package dev.deckhand.shell.view.report;

import org.jspecify.annotations.NullMarked;
