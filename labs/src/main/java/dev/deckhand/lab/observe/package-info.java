/**
 * Turns subjects into observations: by looking once, or by watching the API server and the engine.
 *
 * <p>Never throws at a caller: what cannot be looked at is unreachable. Knows nothing about checks'
 * verdicts.
 */
@NullMarked
package dev.deckhand.lab.observe;

import org.jspecify.annotations.NullMarked;
