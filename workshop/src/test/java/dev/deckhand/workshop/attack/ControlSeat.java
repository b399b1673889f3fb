package dev.deckhand.workshop.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.workshop.room.RoomState;
import dev.deckhand.workshop.room.Workshop;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A class that is attacked: Ann works at her seat, Eve has a seat as well and attacks, and Ina is
 * the instructor. After each attack, Ann types and sees it, and nothing has happened in the room.
 */
final class ControlSeat implements AutoCloseable {

  private final AttackedServer server;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Workshop.Ticket ann;
  private final Workshop.Ticket eve;
  private final String ina;
  private final RawWebSocket terminal;
  private RoomState room;

  ControlSeat(AttackedServer server) throws Exception {
    this.server = server;
    ann = server.join("Ann");
    eve = server.join("Eve");
    ina = server.instructor();
    terminal =
        RawWebSocket.open(server.port(), Requests.cookie(ann.token()) + origin(), "/seat/terminal");
    // a lesson without a lab says so, and then takes lines
    terminal.awaitShown("confine commands");
    assertThat(types()).isTrue();
    room = server.workshop().room();
  }

  private String origin() {
    return "Origin: " + server.origin() + "\r\n";
  }

  AttackedServer server() {
    return server;
  }

  Workshop.Ticket ann() {
    return ann;
  }

  Workshop.Ticket eve() {
    return eve;
  }

  String instructor() {
    return ina;
  }

  RawWebSocket terminal() {
    return terminal;
  }

  /** The headers of Eve's browser. */
  String eveHeaders() {
    return Requests.cookie(eve.token()) + origin();
  }

  /** The headers of Ina's browser. */
  String inaHeaders() {
    return "Cookie: deckhand-instructor=" + Requests.encoded(ina) + "\r\n" + origin();
  }

  /** A name that nobody has yet. */
  String freshName() {
    return "Zoe " + numbers.incrementAndGet();
  }

  /** What happens from now on must not change the room. */
  void remember() {
    room = server.workshop().room();
  }

  private boolean types() throws IOException, InterruptedException {
    String mark = "mark-" + numbers.incrementAndGet() + "-";
    terminal.type(mark);
    terminal.awaitScreen(mark);
    // the line is empty again
    terminal.type("\u0015");
    return true;
  }

  /** Nothing has come of an attack, and the class goes on. */
  void assertUnharmed() throws Exception {
    assertThat(server.workshop().room()).as("the room").isEqualTo(room);
    assertWorking();
  }

  /** The class goes on. */
  void assertWorking() throws Exception {
    assertThat(terminal.isEnded()).as("Ann's connection has ended").isFalse();
    assertThat(types()).isTrue();
    assertThat(Requests.send(server, "GET /me HTTP/1.1", Requests.own(server, ann.token())))
        .contains("\"name\":\"Ann\"");
    assertThat(String.join("\n", server.log())).as("the log").doesNotContain(secrets());
    assertThat(server.faults()).as("faults of the server").isEmpty();
  }

  /** What nobody else may see. */
  List<String> secrets() {
    return List.of(
        ann.token(),
        Requests.encoded(ann.token()),
        ann.returnKey(),
        eve.token(),
        eve.returnKey(),
        ina,
        Requests.encoded(ina),
        AttackedServer.CODE);
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
