/**
 * What really happened after a command, told from evidence: who acted on what, when, and because of
 * what.
 *
 * <p>Pure: evidence in, a {@link dev.deckhand.trace.Trace} out. Knows nothing about where evidence
 * is kept, how it is fetched, or how a trace is drawn.
 */
@NullMarked
package dev.deckhand.trace;

import org.jspecify.annotations.NullMarked;
