/**
 * Finds out which labs this machine can run, and what to do about what is missing.
 *
 * <p>Knows nothing about terminals and how findings are shown. Each question to the engine or the
 * operating system has a timeout.
 */
@NullMarked
package dev.deckhand.lab.preflight;

import org.jspecify.annotations.NullMarked;
