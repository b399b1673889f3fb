package dev.deckhand.workshop.web;

import dev.deckhand.workshop.terminal.SeatTerminal;
import dev.deckhand.workshop.web.http.Exchange;
import dev.deckhand.workshop.web.http.PlainError;
import dev.deckhand.workshop.web.live.RoomPulse;
import dev.deckhand.workshop.web.socket.SocketAccess;
import dev.deckhand.workshop.web.socket.TerminalSocket;
import dev.deckhand.workshop.web.view.RoomSnapshot;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Opens terminals over WebSockets. */
final class TerminalSockets {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private final ServerWebSocketContainer container;
  private final RoomPulse pulse;
  private final WebFigures figures;
  private final Duration patience;

  TerminalSockets(
      ServerWebSocketContainer container, RoomPulse pulse, WebFigures figures, Duration patience) {
    this.container = container;
    this.pulse = pulse;
    this.figures = figures;
    this.patience = patience;
  }

  /** Turns a request into a terminal. */
  void open(Exchange exchange, SeatTerminal terminal, SocketAccess access) throws PlainError {
    upgrade(exchange, new TerminalSocket(terminal, access, patience, figures.terminals()));
  }

  /** Turns a request into a terminal that is closed when its learner doesn't allow it any more. */
  void openWatched(Exchange exchange, SeatTerminal terminal, SocketAccess access)
      throws PlainError {
    var socket = new TerminalSocket(terminal, access, patience, figures.terminals());
    long seen = pulse.current().number();
    upgrade(exchange, socket);
    Thread.ofVirtual().name("workshop-look").start(() -> watch(socket, seen));
  }

  private void watch(TerminalSocket socket, long seen) {
    try {
      RoomSnapshot snapshot = pulse.after(seen, LOOK_AGAIN);
      while (snapshot != null && socket.attach()) {
        snapshot = pulse.after(snapshot.number(), LOOK_AGAIN);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void upgrade(Exchange exchange, TerminalSocket socket) throws PlainError {
    boolean upgraded =
        container.upgrade(
            (_, response, _) -> {
              // compression costs a few hundred kilobytes for each terminal
              response.setExtensions(List.of());
              return socket;
            },
            exchange.request(),
            exchange.response(),
            exchange.callback());
    if (!upgraded) {
      throw new PlainError(
          426,
          "A terminal is opened by the workshop's page, over a WebSocket.",
          "Open the page; if it says the same, a proxy on the way lets no WebSockets through.");
    }
  }
}
