package dev.deckhand.trace;

import java.time.Instant;

/**
 * The command whose consequences are looked for.
 *
 * @param command as it was typed; empty for whatever happens
 * @param began when it began
 * @param until when somebody else began to act in the learner's name; {@link Instant#MAX} while
 *     nobody has
 */
public record Window(String command, Instant began, Instant until) {

  boolean holds(Instant at) {
    return !at.isBefore(began) && !at.isAfter(until);
  }
}
