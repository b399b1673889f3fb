/**
 * Traces what happened after a command: who acted on what, when and why.
 *
 * <p>Pure: records in, a {@link dev.deckhand.trace.Trace} out. Knows nothing about where records
 * are kept, how they are fetched, or how a trace is shown.
 */
@NullMarked
package dev.deckhand.trace;

import org.jspecify.annotations.NullMarked;
