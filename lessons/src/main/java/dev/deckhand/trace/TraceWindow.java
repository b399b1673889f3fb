package dev.deckhand.trace;

import java.time.Instant;

/**
 * The command whose consequences are traced.
 *
 * @param command the command as it was typed; empty to trace everything
 * @param start when the command began
 * @param end when something else began to act in the learner's name; {@link Instant#MAX} before
 *     that
 */
public record TraceWindow(String command, Instant start, Instant end) {

  boolean contains(Instant at) {
    return !at.isBefore(start) && !at.isAfter(end);
  }
}
