package dev.deckhand.trace;

import java.time.Instant;

/**
 * The command whose consequences are looked for.
 *
 * @param command as it was typed; empty for whatever happens
 * @param start when it began
 * @param end when somebody else began to act in the learner's name; {@link Instant#MAX} while
 *     nobody has
 */
public record TraceWindow(String command, Instant start, Instant end) {

  boolean contains(Instant at) {
    return !at.isBefore(start) && !at.isAfter(end);
  }
}
