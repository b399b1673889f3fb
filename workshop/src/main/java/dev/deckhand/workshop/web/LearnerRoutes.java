package dev.deckhand.workshop.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.workshop.room.LearnerCommand;
import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.room.Seat;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.Workshop;
import dev.deckhand.workshop.web.http.Cookies;
import dev.deckhand.workshop.web.http.Exchange;
import dev.deckhand.workshop.web.http.PlainError;
import dev.deckhand.workshop.web.live.EventStream;
import dev.deckhand.workshop.web.socket.SocketAccess;
import dev.deckhand.workshop.web.view.LearnerView;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What learners ask for. */
final class LearnerRoutes {

  private final Workshop workshop;
  private final LessonPages lessons;
  private final EventStream events;
  private final TerminalSockets sockets;
  private final WebFigures figures;
  private final Visitors visitors;
  private final int viewsBySeat;
  private final Map<SeatId, Integer> views = new ConcurrentHashMap<>();

  LearnerRoutes(
      Workshop workshop,
      LessonPages lessons,
      EventStream events,
      TerminalSockets sockets,
      WebFigures figures,
      int viewsBySeat) {
    this.workshop = workshop;
    this.lessons = lessons;
    this.events = events;
    this.sockets = sockets;
    this.figures = figures;
    this.visitors = new Visitors(workshop);
    this.viewsBySeat = viewsBySeat;
  }

  void addTo(Routes routes) {
    routes
        .get("/me", (exchange, _) -> me(exchange))
        .post("/join", (exchange, _) -> join(exchange))
        .post("/seat/command", (exchange, _) -> command(exchange))
        .get("/seat/events", (exchange, _) -> listen(exchange))
        .get("/seat/lesson", (exchange, _) -> lesson(exchange))
        .get("/seat/terminal", (exchange, _) -> terminal(exchange));
  }

  /**
   * Who the browser is; asked by every page first, also to see whether the browser keeps cookies.
   */
  private void me(Exchange exchange) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("course", workshop.course().title());
    json.put("closed", workshop.room().closed());
    Optional<Seat> seat =
        visitors.seat(exchange).map(workshop.room().seats()::get).filter(one -> !one.left());
    seat.ifPresent(one -> json.put("seat", one.id().value()).put("name", one.name()));
    seat.flatMap(_ -> exchange.cookie(Cookies.RETURN_KEY))
        .ifPresent(key -> json.put("returnKey", key));
    json.put("instructor", visitors.isInstructor(exchange));
    exchange.send(200, json);
  }

  private void join(Exchange exchange) throws Refusal, PlainError {
    JsonNode json = exchange.json();
    Workshop.Ticket ticket =
        workshop.join(
            JsonFields.text(json, "code", 64),
            JsonFields.text(json, "name", 200),
            JsonFields.text(json, "returnKey", 64),
            exchange.client());
    figures.joined();
    exchange
        .setCookie(Cookies.SEAT, ticket.token())
        .setCookie(Cookies.RETURN_KEY, ticket.returnKey())
        .send(
            200,
            JsonNodeFactory.instance
                .objectNode()
                .put("seat", ticket.seat().value())
                .put("returnKey", ticket.returnKey()));
  }

  private void command(Exchange exchange) throws Refusal, PlainError {
    SeatId seat = visitors.learner(exchange);
    LearnerCommand command =
        switch (JsonFields.text(exchange.json(), "do", 40)) {
          case "raise-hand" -> new LearnerCommand.RaiseHand();
          case "lower-hand" -> new LearnerCommand.LowerHand();
          case "allow-look" -> new LearnerCommand.AllowLook();
          case "deny-look" -> new LearnerCommand.DenyLook();
          case "leave" -> new LearnerCommand.Leave();
          default -> throw JsonFields.unknownCommand();
        };
    workshop.handle(seat, command);
    if (command instanceof LearnerCommand.Leave) {
      exchange.clearCookie(Cookies.SEAT).clearCookie(Cookies.RETURN_KEY);
    }
    exchange.done();
  }

  private void listen(Exchange exchange) throws Refusal {
    SeatId seat = visitors.learner(exchange);
    if (views.merge(seat, 1, Integer::sum) > viewsBySeat) {
      endView(seat);
      throw new Refusal(
          Refusal.Reason.FULL,
          "This seat is open in too many tabs.",
          "Close the tabs that you don't need.");
    }
    figures.streams().incrementAndGet();
    try {
      var view = new LearnerView(seat, workshop.course(), () -> workshop.namespace(seat));
      events.run(exchange, view::next);
    } finally {
      figures.streams().decrementAndGet();
      endView(seat);
    }
  }

  private void endView(SeatId seat) {
    views.computeIfPresent(seat, (_, count) -> count == 1 ? null : count - 1);
  }

  /** The lesson that the class is at; of a learner who has a seat. */
  private void lesson(Exchange exchange) throws Refusal {
    SeatId seat = visitors.learner(exchange);
    LessonId lesson = workshop.room().lesson();
    Optional<String> namespace = workshop.namespace(seat);
    LessonPages.Document page =
        lessons
            .lesson(lesson, namespace)
            .orElseThrow(() ->
                new Refusal(
                    Refusal.Reason.NOT_FOUND,
                    "There's no page of this lesson.",
                    "The terminal shows the lesson, too."));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", lesson.toString()).put("title", page.title()).put("body", page.body());
    namespace.ifPresent(name -> json.put("namespace", name));
    exchange.send(200, json);
  }

  private void terminal(Exchange exchange) throws Refusal, PlainError {
    SeatId seat = visitors.learner(exchange);
    sockets.open(exchange, workshop.terminal(seat), SocketAccess.owner());
  }
}
