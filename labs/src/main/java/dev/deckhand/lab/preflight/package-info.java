/**
 * Finds out what this machine can run, says the remedy for what is missing, and gets it.
 *
 * <p>Looks at the engine and the operating system, each question bounded in time. Knows nothing
 * about terminals, and asks nobody: whoever calls {@link
 * dev.deckhand.lab.preflight.setup.SetupRunner} has asked.
 */
@NullMarked
package dev.deckhand.lab.preflight;

import org.jspecify.annotations.NullMarked;
