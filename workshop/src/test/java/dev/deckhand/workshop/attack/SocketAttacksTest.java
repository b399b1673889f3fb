package dev.deckhand.workshop.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The entries of the list that are a WebSocket: how it's asked for, and what is sent over it. */
@Timeout(120)
class SocketAttacksTest {

  private static final String PATH = "/seat/terminal";

  @TempDir static Path folder;
  private static AttackedServer server;
  private static ControlSeat seat;

  @BeforeAll
  static void start() throws Exception {
    server = AttackedServer.start(folder);
    seat = new ControlSeat(server);
  }

  @AfterAll
  static void stop() throws Exception {
    seat.close();
    server.close();
  }

  static Stream<Attack> handshakes() {
    return Attack.by("handshake");
  }

  static Stream<Attack> frames() {
    return Attack.by("socket");
  }

  @ParameterizedTest
  @MethodSource("handshakes")
  void opensNoTerminal(Attack attack) throws Exception {
    String headers =
        attack.texts("headers").stream()
            .map(line -> Requests.filled(line, seat) + "\r\n")
            .collect(Collectors.joining());
    String path = Requests.filled(attack.data().path("path").asText(PATH), seat);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> RawWebSocket.open(server.port(), headers, path))
        .withMessageContaining("HTTP/1.1 403");
    seat.assertUnharmed();
  }

  @ParameterizedTest
  @MethodSource("frames")
  void disturbsNobody(Attack attack) throws Exception {
    List<String> ends = attack.texts("ends");
    try (var eve = RawWebSocket.open(server.port(), seat.eveHeaders(), PATH)) {
      eve.awaitText("{\"access\":\"OWNER\"}");
      try {
        for (String frame : attack.texts("frames")) {
          send(eve, frame);
        }
      } catch (IOException closed) {
        // what the server closes can't be written to
      }
      boolean open = ends.contains("open");
      if (open) {
        eve.await(
            () ->
                eve.isEnded()
                    || eve.texts().contains("{\"probe\":1}")
                    || attack.id().endsWith("keys"),
            "an answer");
      } else {
        eve.awaitEnd();
      }
      assertThat(ends).contains(eve.isEnded() ? Integer.toString(eve.closeCode()) : "open");
    }
    // whoever sent it isn't locked out
    try (var again = RawWebSocket.open(server.port(), seat.eveHeaders(), PATH)) {
      again.awaitText("{\"access\":\"OWNER\"}");
      again.say("{\"probe\":7}");
      again.awaitText("{\"probe\":7}");
    }
    var terminal = server.workshop().terminal(seat.eve().seat());
    assertThat(terminal.columns()).isBetween(10, 500);
    assertThat(terminal.rows()).isBetween(5, 200);
    seat.assertUnharmed();
  }

  private static void send(RawWebSocket socket, String frame) throws IOException {
    String[] words = frame.split(" ", 2);
    switch (words[0]) {
      case "say" -> socket.say(words[1]);
      case "raw" -> socket.raw(HexFormat.of().parseHex(words[1]));
      case "pings" ->
          flood(socket, Integer.parseInt(words[1]), RawWebSocket.encoded(true, 9, new byte[100]));
      case "sizes" -> {
        for (int i = 0; i < Integer.parseInt(words[1]); i++) {
          socket.say("{\"resize\":[" + (20 + i % 100) + ",24]}");
        }
      }
      case "pieces" -> {
        String[] numbers = words[1].split(" ", 2);
        int size = Integer.parseInt(numbers[1]);
        socket.frame(false, RawWebSocket.BINARY, new byte[size]);
        flood(socket, Integer.parseInt(numbers[0]), RawWebSocket.encoded(false, 0, new byte[size]));
        socket.frame(true, 0, new byte[size]);
      }
      default -> throw new IllegalArgumentException(frame);
    }
  }

  private static void flood(RawWebSocket socket, int count, byte[] frame) throws IOException {
    var all = new ByteArrayOutputStream(count * frame.length);
    for (int i = 0; i < count; i++) {
      all.writeBytes(frame);
    }
    socket.raw(all.toByteArray());
  }
}
