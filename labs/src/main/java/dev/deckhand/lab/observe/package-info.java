/**
 * Turns subjects into observations: by looking once, or by watching. The observers of servers are
 * in the packages below this one.
 *
 * <p>Never throws at a caller: what can't be looked at is unreachable. Knows nothing about the
 * verdicts of checks.
 */
@NullMarked
package dev.deckhand.lab.observe;

import org.jspecify.annotations.NullMarked;
