package dev.deckhand.workshop.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.workshop.room.InstructorCommand;
import dev.deckhand.workshop.room.LearnerCommand;
import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.room.Workshop;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The entries of the list about who may enter, see and type, that take more than one request. */
@Timeout(120)
class MemberAttacksTest {

  @TempDir Path folder;
  private AttackedServer server;
  private ControlSeat seat;

  @BeforeEach
  void start() throws Exception {
    server = AttackedServer.start(folder);
    seat = new ControlSeat(server);
  }

  @AfterEach
  void stop() throws Exception {
    seat.close();
    server.close();
  }

  private int join(String code, String name, String address) throws Exception {
    try {
      server.workshop().join(code, name, "", address);
      return 200;
    } catch (Refusal refusal) {
      return refusal.reason() == Refusal.Reason.TOO_MANY_TRIES ? 429 : 403;
    }
  }

  private int post(String path, String cookie, String json) throws Exception {
    return Requests.status(
        Requests.send(
            server.port(),
            "POST "
                + path
                + " HTTP/1.1\r\n"
                + Requests.filled("{own}", seat)
                + "\r\n"
                + cookie
                + "Content-Type: application/json\r\nContent-Length: "
                + json.length()
                + "\r\n\r\n"
                + json));
  }

  private int redeem(String key) throws Exception {
    return post("/instructor/redeem", "", "{\"key\":\"" + key + "\"}");
  }

  @Test
  void throttle() throws Exception {
    for (int i = 0; i < 60; i++) {
      assertThat(post("/join", "", "{\"code\":\"wrong" + i + "\",\"name\":\"Mallory\"}"))
          .isEqualTo(403);
    }
    String right = "{\"code\":\"" + AttackedServer.CODE + "\",\"name\":\"Mallory\"}";
    assertThat(post("/join", "", right)).isEqualTo(429);
    seat.assertUnharmed();
    assertThat(join(AttackedServer.CODE, "Ben", "192.0.2.7")).isEqualTo(200);
  }

  @Test
  void throttleTogether() throws Exception {
    for (int i = 0; i < 600; i++) {
      assertThat(join("wrong" + i, "Mallory", "198.51.100." + i / 10)).isEqualTo(403);
    }
    assertThat(join("wrong", "Mallory", "203.0.113.1")).isEqualTo(429);
    // whoever is in the room goes on
    seat.assertUnharmed();
  }

  @Test
  void keyDespiteGuesses() throws Exception {
    String key = server.workshop().newInstructorKey();
    for (int i = 0; i < 100; i++) {
      join("wrong" + i, "Mallory", "127.0.0.1");
    }
    assertThat(redeem("guessed")).isEqualTo(403);
    assertThat(redeem(key)).isEqualTo(200);
    seat.assertUnharmed();
  }

  @Test
  void keyReplay() throws Exception {
    String key = server.workshop().newInstructorKey();
    assertThat(redeem(key)).isEqualTo(200);
    assertThat(redeem(key)).isEqualTo(403);
    seat.assertUnharmed();
  }

  @Test
  void keyRace() throws Exception {
    String key = server.workshop().newInstructorKey();
    Callable<Integer> one = () -> redeem(key);
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> answers =
          many.invokeAll(Collections.nCopies(20, one)).stream().map(Future::resultNow).toList();
      assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
      assertThat(answers).filteredOn(status -> status == 403).hasSize(19);
    }
    seat.assertUnharmed();
  }

  @Test
  void otherWorkshop() throws Exception {
    Workshop.Ticket there =
        server.other().join(AttackedServer.OTHER_CODE, "Mallory", "", "192.0.2.3");
    String instructorThere =
        server.other().redeemInstructorKey(server.other().newInstructorKey(), "192.0.2.3");
    assertThat(server.other().seat(there.token())).isPresent();
    assertThat(post("/seat/command", Requests.cookie(there.token()), "{\"do\":\"raise-hand\"}"))
        .isEqualTo(403);
    assertThat(
            post(
                "/instructor/command",
                "Cookie: deckhand-instructor=" + Requests.encoded(instructorThere) + "\r\n",
                "{\"do\":\"release\"}"))
        .isEqualTo(403);
    assertThat(redeem(server.other().newInstructorKey())).isEqualTo(403);
    assertThat(
            post(
                "/join",
                "",
                "{\"code\":\"abcd-2345\",\"name\":\"Ann\",\"returnKey\":\""
                    + there.returnKey()
                    + "\"}"))
        .isEqualTo(409);
    seat.assertUnharmed();
  }

  @Test
  void tokenAfterLeaving() throws Exception {
    Workshop.Ticket ben = server.join("Ben");
    server.workshop().handle(ben.seat(), new LearnerCommand.Leave());
    seat.remember();
    assertThat(post("/seat/command", Requests.cookie(ben.token()), "{\"do\":\"raise-hand\"}"))
        .isEqualTo(403);
    seat.assertUnharmed();
  }

  @Test
  void removedWhileConnected() throws Exception {
    try (var eve = RawWebSocket.open(server.port(), seat.eveHeaders(), "/seat/terminal")) {
      eve.awaitText("{\"access\":\"OWNER\"}");
      server.workshop().handle(new InstructorCommand.RemoveSeat(seat.eve().seat()));
      eve.await(() -> eve.texts().toString().contains("{\"ended\":"), "the end of the seat");
      eve.awaitEnd();
    }
    seat.remember();
    assertThat(
            post("/seat/command", Requests.cookie(seat.eve().token()), "{\"do\":\"raise-hand\"}"))
        .isEqualTo(403);
    String events = "GET /seat/events HTTP/1.1";
    assertThat(
            Requests.status(
                Requests.send(server, events, Requests.own(server, seat.eve().token()))))
        .isEqualTo(403);
    seat.assertUnharmed();
  }

  private RawWebSocket look(boolean typing) throws Exception {
    var ann = seat.ann().seat();
    server.workshop().handle(new InstructorCommand.AskToLook(ann, typing));
    server.workshop().handle(ann, new LearnerCommand.AllowLook());
    var guest = RawWebSocket.open(server.port(), seat.inaHeaders(), "/instructor/terminal/" + ann);
    guest.awaitText("{\"access\":\"" + (typing ? "TYPES" : "SEES") + "\"}");
    return guest;
  }

  private void assertNothingTyped(String text) throws Exception {
    // the control seat types later, so what was typed before would be there
    seat.assertWorking();
    assertThat(seat.terminal().screen()).doesNotContain(text);
  }

  @Test
  void typingWithoutConsent() throws Exception {
    try (RawWebSocket guest = look(false)) {
      guest.type("unwanted");
      guest.say("{\"probe\":1}");
      guest.awaitText("{\"probe\":1}");
      assertNothingTyped("unwanted");
    }
    try (RawWebSocket guest = look(true)) {
      guest.type("helped");
      seat.terminal().awaitScreen("helped");
    }
  }

  @Test
  void typingAfterConsent() throws Exception {
    try (RawWebSocket guest = look(true)) {
      server.workshop().handle(seat.ann().seat(), new LearnerCommand.DenyLook());
      try {
        guest.type("unwanted");
      } catch (SocketException ended) {
        // the server was faster
      }
      guest.awaitEnd();
      assertNothingTyped("unwanted");
    }
  }

  @Test
  void messageSequences() throws Exception {
    server
        .workshop()
        .handle(
            new InstructorCommand.Broadcast(
                "look\u001b]52;c;eA==\u0007\u009b31m\u202eegro\r\nsudo <b>bold</b>"));
    seat.terminal().awaitScreen("look ]52;c;eA==  31m egro");
    assertThat(seat.terminal().shownBytes()).doesNotContain("\u001b]52", "\u00c2\u009b");
    assertThat(seat.terminal().screen()).contains("<b>bold</b>");
    seat.assertWorking();
  }

  @Test
  void exportCells() throws Exception {
    server.join("-1 Bob");
    server.join("  'Zoe");
    seat.remember();
    String csv =
        Requests.send(
            server,
            "GET /instructor/export.csv HTTP/1.1",
            Requests.filled("{own}", seat)
                + "\r\n"
                + seat.inaHeaders().replaceFirst("Origin.*\r\n", ""));
    assertThat(csv).contains("\"'-1 Bob\",");
    assertThat(csv.substring(csv.indexOf("\r\n\r\n")).lines())
        .noneMatch(line -> line.matches("[=+@\\t-].*"));
    seat.assertUnharmed();
  }
}
