package dev.deckhand.workshop.web;

import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.room.Workshop;
import dev.deckhand.workshop.web.guard.HostRule;
import dev.deckhand.workshop.web.http.Exchange;
import dev.deckhand.workshop.web.live.RoomPulse;
import dev.deckhand.workshop.web.view.PrometheusText;
import java.util.Set;

/** {@code /metrics}, for the instructor, and for programs on the same machine. */
record MetricsRoute(
    Workshop workshop,
    RoomPulse pulse,
    WebFigures figures,
    ConnectionGuard guard,
    WorkshopMetrics others) {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

  void addTo(Routes routes) {
    routes.get("/metrics", (exchange, _) -> answer(exchange));
  }

  private void answer(Exchange exchange) throws Refusal {
    if (!isHere(exchange)) {
      new Visitors(workshop).requireInstructor(exchange);
    }
    exchange.send(200, PrometheusText.TYPE, figures.text(pulse.fresh(), guard::open, others));
  }

  /** A proxy on this machine has a loopback address as well, but asks for a public name. */
  private static boolean isHere(Exchange exchange) {
    return LOOPBACK.contains(exchange.client().replaceAll("[\\[\\]]", ""))
        && HostRule.isLoopback(exchange.header("Host"));
  }
}
