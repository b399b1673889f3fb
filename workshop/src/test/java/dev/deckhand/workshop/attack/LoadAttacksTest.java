package dev.deckhand.workshop.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.workshop.room.InstructorCommand;
import dev.deckhand.workshop.room.LearnerCommand;
import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.web.guard.WebLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The entries of the list that want all of something: connections, time, memory. */
@Timeout(120)
class LoadAttacksTest {

  private static final int CONNECTIONS = 60;
  private static final long MEGABYTE = 1 << 20;

  @TempDir Path folder;
  private final List<AutoCloseable> open = new ArrayList<>();
  private AttackedServer server;
  private ControlSeat seat;

  @BeforeEach
  void start() throws Exception {
    Duration second = Duration.ofSeconds(1);
    server =
        AttackedServer.start(
            folder,
            new WebLimits(
                2 * CONNECTIONS, CONNECTIONS, 8, second, second, Duration.ofSeconds(45), second));
    seat = new ControlSeat(server);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
    seat.close();
    server.close();
  }

  private Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), server.port());
    socket.setSoTimeout(20_000);
    open.add(socket);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private String head(String path) {
    return "GET " + path + " HTTP/1.1\r\n" + Requests.own(server, seat.eve().token()) + "\r\n";
  }

  @Test
  void connectionFlood() throws Exception {
    var sockets = new ArrayList<Socket>();
    for (int i = 0; i < 2 * CONNECTIONS; i++) {
      sockets.add(connect());
    }
    sockets.getLast().setSoTimeout(20_000);
    assertThat(isClosed(sockets.getLast())).as("one beyond the bound is closed").isTrue();
    long closed = 1;
    for (Socket one : sockets.subList(0, sockets.size() - 1)) {
      // those that are closed are closed by now
      one.setSoTimeout(20);
      closed += isClosed(one) ? 1 : 0;
    }
    assertThat(closed).isGreaterThanOrEqualTo(CONNECTIONS);
    for (Socket one : sockets) {
      one.close();
    }
    seat.assertUnharmed();
  }

  private static boolean isClosed(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  /** Sends a byte now and then to all, until all are closed; fails if they never are. */
  private static void drip(List<Socket> sockets, String text) throws InterruptedException {
    int sent = 0;
    int alive = sockets.size();
    while (alive > 0) {
      assertThat(sent).as("bytes that were taken").isLessThan(300);
      alive = 0;
      for (Socket one : sockets) {
        try {
          one.getOutputStream().write(text.charAt(sent % text.length()));
          alive++;
        } catch (IOException closed) {
          // what it's about
        }
      }
      sent++;
      // this is the attack: something comes all the time
      Thread.sleep(50);
    }
  }

  @Test
  void slowHeads() throws Exception {
    var sockets = new ArrayList<Socket>();
    for (int i = 0; i < 20; i++) {
      sockets.add(connect());
      send(sockets.getLast(), "GET / HTTP/1.1\r\nX: ");
    }
    drip(sockets, "y");
    seat.assertUnharmed();
  }

  @Test
  void slowBodies() throws Exception {
    var sockets = new ArrayList<Socket>();
    for (int i = 0; i < 20; i++) {
      sockets.add(connect());
      send(
          sockets.getLast(),
          "POST /seat/command HTTP/1.1\r\n"
              + Requests.own(server, seat.eve().token())
              + "Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{");
    }
    drip(sockets, " ");
    seat.assertUnharmed();
  }

  @Test
  void eventStreams() throws Exception {
    for (int i = 0; i < 8; i++) {
      Socket one = connect();
      send(one, head("/seat/events") + "\r\n");
      assertThat(one.getInputStream().readNBytes(12)).asString().endsWith("200");
    }
    assertThat(Requests.status(Requests.send(server.port(), head("/seat/events") + "\r\n")))
        .isEqualTo(503);
    seat.assertUnharmed();
  }

  @Test
  void unreadEvents() throws Exception {
    send(connect(), head("/seat/events") + "\r\n");
    for (int i = 0; i < 1000; i++) {
      server.workshop().handle(new InstructorCommand.Broadcast("Message " + i + "x".repeat(900)));
    }
    seat.assertWorking();
  }

  @Test
  void unreadTerminal() throws Exception {
    open.add(RawWebSocket.openUnread(server.port(), seat.eveHeaders(), "/seat/terminal"));
    byte[] flood = ("x".repeat(79) + "\n").repeat(100).getBytes(StandardCharsets.UTF_8);
    long before = usedMemory();
    for (int i = 0; i < 32 * MEGABYTE / flood.length; i++) {
      server.output(seat.eve().seat(), flood);
    }
    assertThat(usedMemory() - before).isLessThan(16 * MEGABYTE);
    seat.assertUnharmed();
  }

  private static long usedMemory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void unreadPings() throws Exception {
    var eve = RawWebSocket.openUnread(server.port(), seat.eveHeaders(), "/seat/terminal");
    open.add(eve);
    byte[] pings = new byte[1000 * 131];
    byte[] ping = RawWebSocket.encoded(true, 9, new byte[125]);
    for (int i = 0; i < 1000; i++) {
      System.arraycopy(ping, 0, pings, i * ping.length, ping.length);
    }
    long before = usedMemory();
    var sent = new AtomicLong();
    Thread sender =
        Thread.ofVirtual()
            .start(() -> {
              try {
                while (sent.addAndGet(pings.length) < 200 * MEGABYTE) {
                  eve.raw(pings);
                }
              } catch (IOException closed) {
                // as good as not being read
              }
            });
    sender.join(Duration.ofSeconds(15));
    assertThat(sent.get()).as("bytes of pings that were taken").isLessThan(200 * MEGABYTE);
    assertThat(usedMemory() - before).isLessThan(32 * MEGABYTE);
    eve.close();
    seat.assertUnharmed();
  }

  @Test
  void pipelined() throws Exception {
    Socket eve = connect();
    eve.setReceiveBufferSize(4096);
    String request = head("/assets/vendor/xterm.mjs").replace("Connection: close\r\n", "") + "\r\n";
    OutputStream out = eve.getOutputStream();
    Thread sender =
        Thread.ofVirtual()
            .start(() -> {
              try {
                for (int i = 0; i < 2000; i++) {
                  out.write(request.getBytes(StandardCharsets.ISO_8859_1));
                }
              } catch (IOException closed) {
                // as good as not being read
              }
            });
    long before = usedMemory();
    sender.join(Duration.ofSeconds(3));
    assertThat(usedMemory() - before).isLessThan(32 * MEGABYTE);
    eve.close();
    seat.assertUnharmed();
  }

  @Test
  void manyTerminals() throws Exception {
    for (int i = 0; i < 8; i++) {
      var one = RawWebSocket.open(server.port(), seat.eveHeaders(), "/seat/terminal");
      open.add(one);
      one.awaitText("{\"access\":\"OWNER\"}");
    }
    try (var ninth = RawWebSocket.open(server.port(), seat.eveHeaders(), "/seat/terminal")) {
      ninth.awaitEnd();
      assertThat(ninth.texts()).doesNotContain("{\"access\":\"OWNER\"}");
    }
    seat.assertUnharmed();
  }

  @Test
  void handFlood() throws Exception {
    long before = server.workshop().room().version();
    for (int i = 0; i < 50; i++) {
      server.workshop().handle(seat.eve().seat(), new LearnerCommand.RaiseHand());
    }
    assertThat(server.workshop().room().version()).isEqualTo(before + 1);
    int refused = 0;
    for (int i = 0; i < 100; i++) {
      server.workshop().handle(seat.eve().seat(), new LearnerCommand.LowerHand());
      try {
        server.workshop().handle(seat.eve().seat(), new LearnerCommand.RaiseHand());
      } catch (Refusal refusal) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(70);
    server.workshop().handle(seat.ann().seat(), new LearnerCommand.RaiseHand());
    seat.assertWorking();
  }
}
