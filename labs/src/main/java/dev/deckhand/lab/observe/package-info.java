/**
 * Turns subjects into observations: once, or continuously. The observers of servers are in the
 * packages below this one.
 *
 * <p>Knows nothing about the verdicts of checks. Observers never throw: a subject that can't be
 * observed is unreachable.
 */
@NullMarked
package dev.deckhand.lab.observe;

import org.jspecify.annotations.NullMarked;
