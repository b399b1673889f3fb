package dev.deckhand.workshop.room;

import java.time.Instant;
import java.util.Optional;

/**
 * A learner's place.
 *
 * @param admitted false while the learner is in the queue
 * @param handSince since when the hand is raised
 * @param left whether the learner has left for good, or was removed
 */
public record Seat(
    SeatId id,
    String name,
    Instant joinedAt,
    boolean admitted,
    Optional<Instant> handSince,
    boolean left) {

  Seat withHand(Optional<Instant> since) {
    return new Seat(id, name, joinedAt, admitted, since, left);
  }

  Seat admit() {
    return new Seat(id, name, joinedAt, true, handSince, left);
  }

  Seat leave() {
    return new Seat(id, name, joinedAt, admitted, Optional.empty(), true);
  }
}
