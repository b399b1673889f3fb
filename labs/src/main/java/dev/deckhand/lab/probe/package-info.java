/**
 * Finds out by asking what no watch tells: what a web address answers, what a command does, what a
 * file holds.
 *
 * <p>Never throws at a caller: what is not there is seen as nothing, and a lab that does not answer
 * is unreachable. Knows nothing about checks' verdicts.
 */
@NullMarked
package dev.deckhand.lab.probe;

import org.jspecify.annotations.NullMarked;
