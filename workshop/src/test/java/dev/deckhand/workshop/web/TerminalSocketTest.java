package dev.deckhand.workshop.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.workshop.room.SeatActivity.Look;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.web.guard.WebLimits;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TerminalSocketTest {

  private static final String PATH = "/seat/terminal";

  private WebFixture fixture;
  private WebFixture.Visitor ada;

  @BeforeEach
  void start() throws Exception {
    fixture = new WebFixture();
    ada = fixture.visitor().join("Ada");
  }

  @AfterEach
  void stop() {
    ada.close();
    fixture.close();
  }

  private EchoTerminal terminal() {
    return fixture.workshop().echo("Ada");
  }

  @Test
  void whatIsTypedIsShown() throws Exception {
    try (var client = SocketClient.open(fixture, ada, PATH)) {
      client.await(() -> client.texts().contains("{\"access\":\"OWNER\"}"));
      client.type("docker ps\r");
      client.awaitShown("docker ps\r\n");
      assertThat(terminal().typed()).isEqualTo("docker ps\r");
      assertThat(client.texts()).first().isEqualTo("{\"size\":[80,24]}");
    }
  }

  @Test
  void aSecondConnectionSeesTheScreenAndBothGoOn() throws Exception {
    try (var first = SocketClient.open(fixture, ada, PATH)) {
      first.await(() -> first.texts().contains("{\"access\":\"OWNER\"}"));
      first.type("one");
      first.awaitShown("one");
      try (var second = SocketClient.open(fixture, ada, PATH)) {
        second.awaitShown("one");
        second.await(() -> second.texts().contains("{\"access\":\"OWNER\"}"));
        second.type("two");
        first.awaitShown("onetwo");
        second.say("{\"resize\":[132,50]}");
        first.await(() -> first.texts().contains("{\"size\":[132,50]}"));
      }
      first.type("three");
      first.awaitShown("onetwothree");
    }
  }

  @Test
  void aSizeThatComesBeforeTheTerminalIsAttachedCounts() throws Exception {
    try (var client = SocketClient.open(fixture, ada, PATH)) {
      client.say("{\"resize\":[100,30]}");
      client.await(() -> terminal().sizes().contains("100x30"));
    }
  }

  @Test
  void aProbeIsAnswered() throws Exception {
    try (var client = SocketClient.open(fixture, ada, PATH)) {
      client.say("{\"probe\":7}");
      client.await(() -> client.texts().contains("{\"probe\":7}"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "", "http://127.0.0.1:1"})
  void aPageOfAnotherSiteOpensNoTerminal(String origin) {
    assertThatThrownBy(() -> SocketClient.open(fixture, ada, PATH, origin, true))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    assertThat(terminal().viewers()).isZero();
  }

  @Test
  void whoHasNoSeatOpensNoTerminal() {
    try (var stranger = fixture.visitor()) {
      assertThatThrownBy(() -> SocketClient.open(fixture, stranger, PATH))
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }
  }

  @Test
  void aRequestThatIsNoWebSocketIsToldSo() throws Exception {
    assertThat(ada.get(PATH).statusCode()).isEqualTo(426);
  }

  @Test
  void hugeFramesCloseTheConnection() throws Exception {
    try (var client = SocketClient.open(fixture, ada, PATH)) {
      client.await(() -> client.texts().contains("{\"access\":\"OWNER\"}"));
      client.type("x".repeat(WebLimits.MESSAGE_BYTES + 1));
      assertThat(client.closed()).isIn(1009, -1);
    }
    assertThat(terminal().typed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "{}",
        "[]",
        "{\"resize\":[80]}",
        "{\"resize\":[80,\"24\"]}",
        "{\"resize\":[1e99,2]}",
        "{\"ack\":99999999}",
        "{\"ack\":-1}",
        "{\"ack\":1.5}",
        "{\"probe\":\"x\"}",
        "{\"probe\":1,\"ack\":0}"
      })
  void messagesThatMakeNoSenseCloseTheConnection(String message) throws Exception {
    try (var client = SocketClient.open(fixture, ada, PATH)) {
      client.say(message);
      assertThat(client.closed()).isIn(1008, -1);
    }
  }

  @Test
  void aBrowserThatShowsNothingGetsLittleAndIsDisconnected() throws Exception {
    WebLimits usual = WebLimits.usual();
    var limits =
        new WebLimits(
            100,
            100,
            8,
            usual.headTime(),
            usual.bodyTime(),
            usual.idleTime(),
            Duration.ofSeconds(1));
    try (var small = new WebFixture(2, WebFixture.limited(limits));
        var eve = small.visitor().join("Eve");
        var client = SocketClient.open(small, eve, PATH, small.origin(), false)) {
      client.await(() -> client.texts().contains("{\"access\":\"OWNER\"}"));
      EchoTerminal terminal = small.workshop().echo("Eve");
      terminal.show(new byte[1024 * 1024]);
      // it waited, gave up, and detached the viewer; what was sent is no more than the first window
      assertThat(terminal.viewers()).isZero();
      client.closed();
      assertThat(client.received()).isLessThanOrEqualTo(32 * 1024);
      try (var again = SocketClient.open(small, eve, PATH)) {
        again.awaitShown("learner@lab");
      }
    }
  }

  @Test
  void aBrowserThatShowsAllGetsAll() throws Exception {
    try (var client = SocketClient.open(fixture, ada, PATH)) {
      client.await(() -> client.texts().contains("{\"access\":\"OWNER\"}"));
      long before = client.received();
      terminal().show("x".repeat(3 * 1024 * 1024).getBytes(StandardCharsets.UTF_8));
      client.await(() -> client.received() == before + 3 * 1024 * 1024);
      assertThat(terminal().viewers()).isOne();
    }
  }

  @Test
  void theEndOfASeatIsTold() throws Exception {
    try (var client = SocketClient.open(fixture, ada, PATH)) {
      client.await(() -> client.texts().contains("{\"access\":\"OWNER\"}"));
      terminal().end("Your seat was taken away.");
      assertThat(client.closed()).isEqualTo(1000);
      assertThat(client.texts()).contains("{\"ended\":\"Your seat was taken away.\"}");
    }
  }

  @Test
  void aConnectionThatBreaksLeavesNoViewer() throws Exception {
    try (var client = SocketClient.open(fixture, ada, PATH)) {
      client.await(() -> client.texts().contains("{\"access\":\"OWNER\"}"));
      assertThat(terminal().viewers()).isOne();
    }
    try (var witness = SocketClient.open(fixture, ada, PATH)) {
      witness.await(() -> terminal().viewers() == 1);
    }
  }

  @Test
  void aClientThatVanishesWithoutAWordIsNoticed() throws Exception {
    WebLimits usual = WebLimits.usual();
    var limits =
        new WebLimits(
            100,
            100,
            8,
            usual.headTime(),
            usual.bodyTime(),
            Duration.ofSeconds(2),
            usual.sendTime());
    try (var small = new WebFixture(2, WebFixture.limited(limits));
        var eve = small.visitor().join("Eve");
        var lively = SocketClient.open(small, eve, PATH);
        var socket = small.connect()) {
      // it opens a terminal, and answers nothing after that, not even a ping
      socket
          .getOutputStream()
          .write(
              ("GET "
                      + PATH
                      + " HTTP/1.1\r\nHost: 127.0.0.1:"
                      + small.port()
                      + "\r\nOrigin: "
                      + small.origin()
                      + "\r\nCookie: "
                      + eve.cookie()
                      + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                      + "\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      EchoTerminal terminal = small.workshop().echo("Eve");
      lively.await(() -> terminal.viewers() == 2);
      assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
      lively.await(() -> terminal.viewers() == 1);
      // who answers pings stays, though nothing is typed
      lively.say("{\"probe\":1}");
      lively.await(() -> lively.texts().contains("{\"probe\":1}"));
    }
  }

  @Test
  void terminalsCountAsConnections() throws Exception {
    WebLimits usual = WebLimits.usual();
    var limits =
        new WebLimits(
            4, 4, 8, usual.headTime(), usual.bodyTime(), usual.idleTime(), usual.sendTime());
    try (var small = new WebFixture(2, WebFixture.limited(limits));
        var eve = small.visitor().join("Eve");
        var one = SocketClient.open(small, eve, PATH);
        var two = SocketClient.open(small, eve, PATH);
        var three = SocketClient.open(small, eve, PATH);
        var four = SocketClient.open(small, eve, PATH)) {
      // the first of them has taken over the connection that the learner joined with
      for (var client : List.of(one, two, three, four)) {
        client.await(() -> client.texts().contains("{\"access\":\"OWNER\"}"));
      }
      assertThatThrownBy(() -> SocketClient.open(small, eve, PATH))
          .isInstanceOf(ExecutionException.class);
    }
  }

  @Test
  void theInstructorLooksOnlyWhileTheLearnerAllowsIt() throws Exception {
    SeatId seat = fixture.workshop().seatOf("Ada");
    String path = "/instructor/terminal/" + seat;
    try (var instructor = fixture.visitor().becomeInstructor()) {
      for (Look look : new Look[] {Look.NONE, Look.ASKED_TO_SEE, Look.ASKED_TO_TYPE}) {
        fixture.workshop().look(seat, look);
        assertThatThrownBy(() -> SocketClient.open(fixture, instructor, path))
            .cause()
            .isInstanceOf(WebSocketHandshakeException.class);
      }
      fixture.workshop().look(seat, Look.MAY_SEE);
      try (var client = SocketClient.open(fixture, instructor, path)) {
        client.awaitShown("learner@lab");
        client.await(() -> client.texts().contains("{\"access\":\"SEES\"}"));
        client.type("rm -rf");
        client.say("{\"resize\":[20,10]}");
        fixture.workshop().look(seat, Look.MAY_TYPE);
        client.await(() -> client.texts().contains("{\"access\":\"TYPES\"}"));
        client.type("help");
        client.awaitShown("help");
        assertThat(terminal().typed()).isEqualTo("help");
        assertThat(terminal().sizes()).isEmpty();
        fixture.workshop().look(seat, Look.NONE);
        assertThat(client.closed()).isEqualTo(1000);
        assertThat(client.texts()).last().asString().contains("no longer");
      }
    }
  }

  @Test
  void learnersOpenNoTerminalOfOthers() throws Exception {
    SeatId seat = fixture.workshop().seatOf("Ada");
    fixture.workshop().look(seat, Look.MAY_TYPE);
    try (var eve = fixture.visitor().join("Eve")) {
      assertThatThrownBy(() -> SocketClient.open(fixture, eve, "/instructor/terminal/" + seat))
          .cause()
          .isInstanceOf(WebSocketHandshakeException.class);
    }
  }
}
