package dev.deckhand.workshop.web;

import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.Workshop;
import dev.deckhand.workshop.web.http.Cookies;
import dev.deckhand.workshop.web.http.Exchange;
import java.util.Optional;

/** Tells by their cookies who asks. */
record Visitors(Workshop workshop) {

  Optional<SeatId> seat(Exchange exchange) {
    return exchange.cookie(Cookies.SEAT).flatMap(workshop::seat);
  }

  /** The seat of who asks. */
  SeatId learner(Exchange exchange) throws Refusal {
    return seat(exchange)
        .orElseThrow(() ->
            new Refusal(
                Refusal.Reason.NOT_ALLOWED,
                "This browser has no seat in the workshop.",
                "Join on the start page."));
  }

  boolean isInstructor(Exchange exchange) {
    return exchange.cookie(Cookies.INSTRUCTOR).filter(workshop::isInstructor).isPresent();
  }

  void requireInstructor(Exchange exchange) throws Refusal {
    if (!isInstructor(exchange)) {
      throw new Refusal(
          Refusal.Reason.NOT_ALLOWED,
          "This browser isn't the instructor's.",
          "Open the instructor's address that the server printed. It works once; a new one is made"
              + " where the server runs.");
    }
  }
}
