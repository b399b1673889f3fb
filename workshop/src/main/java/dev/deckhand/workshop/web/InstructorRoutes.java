package dev.deckhand.workshop.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.workshop.room.InstructorCommand;
import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.Workshop;
import dev.deckhand.workshop.web.http.ContentPolicy;
import dev.deckhand.workshop.web.http.Cookies;
import dev.deckhand.workshop.web.http.Exchange;
import dev.deckhand.workshop.web.http.PlainError;
import dev.deckhand.workshop.web.live.EventStream;
import dev.deckhand.workshop.web.live.RoomPulse;
import dev.deckhand.workshop.web.socket.SocketAccess;
import dev.deckhand.workshop.web.view.InstructorView;
import dev.deckhand.workshop.web.view.QrPicture;
import dev.deckhand.workshop.web.view.SeatsExport;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** What the instructor asks for. */
final class InstructorRoutes {

  private final Workshop workshop;
  private final LessonPages lessons;
  private final RoomPulse pulse;
  private final EventStream events;
  private final TerminalSockets sockets;
  private final WebFigures figures;
  private final InstantSource clock;
  private final Supplier<JoinInvitation> invitation;
  private final Visitors visitors;

  InstructorRoutes(
      Workshop workshop,
      LessonPages lessons,
      RoomPulse pulse,
      EventStream events,
      TerminalSockets sockets,
      WebFigures figures,
      InstantSource clock,
      Supplier<JoinInvitation> invitation) {
    this.workshop = workshop;
    this.lessons = lessons;
    this.pulse = pulse;
    this.events = events;
    this.sockets = sockets;
    this.figures = figures;
    this.clock = clock;
    this.invitation = invitation;
    this.visitors = new Visitors(workshop);
  }

  void addTo(Routes routes) {
    routes
        .post("/instructor/redeem", (exchange, _) -> redeem(exchange))
        .post("/instructor/command", (exchange, _) -> command(exchange))
        .get("/instructor/events", (exchange, _) -> listen(exchange))
        .get("/instructor/invitation", (exchange, _) -> invite(exchange))
        .get("/instructor/join.svg", (exchange, _) -> picture(exchange))
        .get("/instructor/export.csv", (exchange, _) -> exportCsv(exchange))
        .get("/instructor/export.json", (exchange, _) -> exportJson(exchange))
        .getBelow("/instructor/slides/", this::slides)
        .getBelow("/instructor/terminal/", this::terminal);
  }

  private void redeem(Exchange exchange) throws Refusal, PlainError {
    String key = JsonFields.text(exchange.json(), "key", 200);
    exchange
        .setCookie(Cookies.INSTRUCTOR, workshop.redeemInstructorKey(key, exchange.client()))
        .done();
  }

  private void command(Exchange exchange) throws Refusal, PlainError {
    visitors.requireInstructor(exchange);
    InstructorCommand command = InstructorOrders.read(exchange.json());
    workshop.handle(command);
    exchange.done();
  }

  private void listen(Exchange exchange) throws Refusal {
    visitors.requireInstructor(exchange);
    var view = new InstructorView(workshop.course());
    figures.streams().incrementAndGet();
    try {
      events.run(exchange, snapshot -> Optional.of(view.next(snapshot)));
    } finally {
      figures.streams().decrementAndGet();
    }
  }

  private void invite(Exchange exchange) throws Refusal {
    visitors.requireInstructor(exchange);
    JoinInvitation now = invitation.get();
    exchange.send(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("course", workshop.course().title())
            .put("address", now.address().toString())
            .put("code", now.code()));
  }

  private void picture(Exchange exchange) throws Refusal {
    visitors.requireInstructor(exchange);
    exchange.send(200, "image/svg+xml", new QrPicture(invitation.get().addressWithCode()).svg());
  }

  private void exportCsv(Exchange exchange) throws Refusal {
    visitors.requireInstructor(exchange);
    exchange
        .addHeader("Content-Disposition", "attachment; filename=\"workshop.csv\"")
        .send(200, "text/csv; charset=utf-8", SeatsExport.csv(pulse.fresh()));
  }

  private void exportJson(Exchange exchange) throws Refusal {
    visitors.requireInstructor(exchange);
    exchange
        .addHeader("Content-Disposition", "attachment; filename=\"workshop.json\"")
        .send(
            200,
            "application/json",
            SeatsExport.json(pulse.fresh(), workshop.course(), clock.instant()));
  }

  private void slides(Exchange exchange, String rest) throws Refusal, PlainError {
    visitors.requireInstructor(exchange);
    LessonId lesson = InstructorOrders.lesson(rest);
    String html =
        lessons
            .slides(lesson)
            .orElseThrow(
                () -> new PlainError(404, "There are no slides of this lesson.", "Go back."));
    exchange.send(200, "text/html; charset=utf-8", ContentPolicy.SANDBOX, html);
  }

  private void terminal(Exchange exchange, String rest) throws Refusal, PlainError {
    visitors.requireInstructor(exchange);
    SeatId seat = InstructorOrders.seat(rest);
    SocketAccess access = SocketAccess.instructor(workshop, seat);
    if (access.now().isEmpty()) {
      throw new Refusal(
          Refusal.Reason.NOT_ALLOWED,
          "The learner hasn't allowed a look into this terminal.",
          "Ask first, and wait for the answer.");
    }
    sockets.openWatched(exchange, workshop.terminal(seat), access);
  }
}
