package dev.deckhand.workshop.web.socket;

import dev.deckhand.workshop.room.SeatActivity;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.Workshop;
import dev.deckhand.workshop.terminal.SeatTerminal.Access;
import java.util.Optional;

/**
 * What somebody may do with a seat's terminal, now. It's asked again and again: leave is taken
 * back.
 */
@FunctionalInterface
public interface SocketAccess {

  /** What is allowed; empty if nothing is. */
  Optional<Access> now();

  /** The learner's own terminal. */
  static SocketAccess owner() {
    return () -> Optional.of(Access.OWNER);
  }

  /** The instructor's, as far as the learner has allowed it. */
  static SocketAccess instructor(Workshop workshop, SeatId seat) {
    return () ->
        Optional.ofNullable(workshop.activities().get(seat))
            .map(SeatActivity::look)
            .flatMap(SocketAccess::access);
  }

  private static Optional<Access> access(SeatActivity.Look look) {
    return switch (look) {
      case MAY_SEE -> Optional.of(Access.SEES);
      case MAY_TYPE -> Optional.of(Access.TYPES);
      case NONE, ASKED_TO_SEE, ASKED_TO_TYPE -> Optional.empty();
    };
  }
}
