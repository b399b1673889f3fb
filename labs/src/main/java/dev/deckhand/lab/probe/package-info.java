/**
 * Observes subjects that can't be watched: web addresses, commands and files.
 *
 * <p>Knows nothing about the verdicts of checks. Observers never throw: a lab that doesn't answer
 * is unreachable.
 */
@NullMarked
package dev.deckhand.lab.probe;

import org.jspecify.annotations.NullMarked;
