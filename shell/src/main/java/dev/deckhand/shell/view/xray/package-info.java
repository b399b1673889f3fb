/**
 * Traces of what a command led to, as lists and sequence diagrams.
 *
 * <p>Knows nothing about terminals, files or time.
 */
@NullMarked
package dev.deckhand.shell.view.xray;

import org.jspecify.annotations.NullMarked;
