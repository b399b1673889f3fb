package dev.deckhand.workshop.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.session.SessionHeartbeatController.HeartbeatType;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.core.CoreModuleProperties;
import org.junit.jupiter.api.Test;

/** Clients that mean no good, and clients that can't help it. */
class SshAttacksTest extends SshFixture {

  private static SshLimits limits(int connections, int perAddress, int unauthenticated) {
    return new SshLimits(
        connections,
        perAddress,
        unauthenticated,
        Duration.ofSeconds(20),
        Duration.ofMinutes(2),
        3,
        2,
        Duration.ofSeconds(20),
        4,
        64 * 1024,
        Duration.ofMillis(200));
  }

  private Socket raw() throws IOException {
    return closing(new Socket(InetAddress.getLoopbackAddress(), server().port()));
  }

  @Test
  void silentConnectionsKeepNobodyOut() throws Exception {
    start(limits(500, 500, 20));
    for (int i = 0; i < 100; i++) {
      raw();
    }
    new Shell(joinNew("Ada")).awaitText("[screen of Ada]");

    await(() -> server().connections() <= 21, () -> "the bound, not " + server().connections());
  }

  @Test
  void connectionsAreBoundedAndComeFree() throws Exception {
    start(limits(500, 3, 20));
    ClientSession first = joinNew("Ada");
    joinNew("Bea");
    joinNew("Cleo");
    Socket fourth = raw();
    assertThat(readToEnd(fourth)).isEmpty();

    first.close(true).await(WAIT);
    await(() -> server().connections() == 2, () -> "a free place");
    new Shell(joinNew("Dora")).awaitText("[screen of Dora]");
  }

  @Test
  void connectionsOfOneNameAreBounded() throws Exception {
    start(limits(500, 500, 20));
    joinNew("Ada");
    join("Ada", FakeWorkshop.CODE, FakeWorkshop.KEY);
    ClientSession third = connect("Ada", new Person(FakeWorkshop.CODE, FakeWorkshop.KEY));
    third.auth().await(WAIT);

    await(third::isClosed, () -> "the end of the third connection");
  }

  @Test
  void silentConnectionsEnd() throws Exception {
    start(impatient());
    Socket silent = raw();
    ClientSession hesitant = connect("Ada", new Person());

    assertThat(readToEnd(silent))
        .startsWith("SSH-2.0-Deckhand\r\n".getBytes(StandardCharsets.US_ASCII));
    await(hesitant::isClosed, () -> "the end of a connection that exchanged keys and no more");
  }

  private static SshLimits impatient() {
    SshLimits usual = LIMITS;
    return new SshLimits(
        usual.connections(),
        usual.connectionsPerAddress(),
        usual.unauthenticated(),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        usual.tries(),
        usual.connectionsPerName(),
        usual.keepAlive(),
        usual.keyExchangesPerMinute(),
        usual.backlog(),
        usual.patience());
  }

  @Test
  void garbageEndsAConnectionAndNothingElse() throws Exception {
    start(impatient());
    var random = new Random(1);
    var noise = new byte[100_000];
    random.nextBytes(noise);
    byte[] letters = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
    byte[] lines = "GET / HTTP/1.1\r\n".repeat(5_000).getBytes(StandardCharsets.US_ASCII);
    for (byte[] garbage : List.of(noise, letters, lines, new byte[100_000])) {
      sendAndReadToEnd(garbage);
    }
    byte[] hello = "SSH-2.0-attacker\r\n".getBytes(StandardCharsets.US_ASCII);
    for (byte[] packet :
        List.of(
            new byte[] {0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0, 0, 0, 0},
            new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0, 0, 0, 0},
            new byte[] {0, 4, 0, 1, 0, 0, 0, 0},
            new byte[] {0, 0, 0, 0, 0, 0, 0, 0},
            new byte[] {0, 0, 0, 12, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})) {
      byte[] both = Arrays.copyOf(hello, hello.length + packet.length);
      System.arraycopy(packet, 0, both, hello.length, packet.length);
      sendAndReadToEnd(both);
    }

    new Shell(joinNew("Ada")).awaitText("[screen of Ada]");
    await(() -> server().connections() == 1, () -> "one connection, not " + server().connections());
  }

  private void sendAndReadToEnd(byte[] garbage) throws IOException {
    Socket socket = raw();
    try {
      socket.getOutputStream().write(garbage);
      socket.getOutputStream().flush();
    } catch (IOException ended) {
      return;
    }
    readToEnd(socket);
  }

  /** Reads until the server ends the connection. */
  private static byte[] readToEnd(Socket socket) throws IOException {
    socket.setSoTimeout((int) WAIT.toMillis());
    InputStream in = socket.getInputStream();
    try {
      return in.readAllBytes();
    } catch (java.net.SocketTimeoutException open) {
      throw new AssertionError("the connection is still open", open);
    } catch (IOException reset) {
      return new byte[0];
    }
  }

  @Test
  void clientThatReadsNothingCostsTheTerminalLittle() throws Exception {
    start(limits(500, 500, 20));
    SshClient slow = client();
    CoreModuleProperties.WINDOW_SIZE.set(slow, 40_000L);
    CoreModuleProperties.MAX_PACKET_SIZE.set(slow, 32_768L);
    ClientSession session =
        connect(slow, "Ada", new Person(FakeWorkshop.CODE, ""), server().port());
    session.auth().verify(WAIT);
    ChannelShell unread = session.createShellChannel();
    unread.open().verify(WAIT);
    var other = new Shell(join("Ada", FakeWorkshop.CODE, FakeWorkshop.KEY));
    var elsewhere = new Shell(joinNew("Bea"));
    other.awaitText("[screen of Ada]");
    elsewhere.awaitText("[screen of Bea]");
    FakeTerminal terminal = workshop.terminalOf("Ada");

    var flood = new byte[8192];
    Arrays.fill(flood, (byte) 'x');
    int size = 0;
    for (int i = 0; i < 600; i++) {
      terminal.printAndWait(flood);
      size += flood.length;
    }
    int all = size;
    elsewhere.type("hello");
    elsewhere.awaitText("hello");
    await(() -> other.shown.size() >= all, () -> "the whole flood elsewhere");

    String again = "\u0018\u001b\\[screen of Ada]";
    String read = readUntil(unread.getInvertedOut(), again);
    terminal.print("[the end]");
    read += readUntil(unread.getInvertedOut(), "[the end]");
    assertThat(read.length()).as("what was dropped isn't sent").isLessThan(all / 2);
    assertThat(read).as("the screen is drawn anew after what was dropped").contains(again);
  }

  private static String readUntil(InputStream in, String end) throws IOException {
    var read = new StringBuilder();
    var buffer = new byte[8192];
    while (read.indexOf(end) < 0) {
      int count = in.read(buffer);
      assertThat(count).as("the connection lives").isPositive();
      read.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
    }
    return read.toString();
  }

  @Test
  void clientThatIsIdleStays() throws Exception {
    start(keepAlive(Duration.ofMillis(100)));
    ClientSession session = joinNew("Ada");
    var shell = new Shell(session);
    shell.awaitText("[screen of Ada]");
    // nothing may happen, so there's nothing to wait for: many times the patience with a client
    Thread.sleep(3000);
    shell.type("still here");
    shell.awaitText("still here");
  }

  private static SshLimits keepAlive(Duration interval) {
    SshLimits usual = limits(500, 500, 20);
    return new SshLimits(
        500,
        500,
        20,
        usual.silence(),
        usual.authentication(),
        3,
        2,
        interval,
        4,
        usual.backlog(),
        usual.patience());
  }

  @Test
  void clientThatVanishesIsFoundMissing() throws Exception {
    start(keepAlive(Duration.ofMillis(500)));
    Relay relay = closing(new Relay(server().port()));
    ClientSession session =
        connect(client(), "Ada", new Person(FakeWorkshop.CODE, ""), relay.port());
    session.auth().verify(WAIT);
    var shell = new Shell(session);
    shell.awaitText("[screen of Ada]");
    relay.swallow();

    await(() -> workshop.terminalOf("Ada").viewers() == 0, () -> "the end of the attachment");
    await(() -> server().connections() == 0, () -> "the end of the connection");
  }

  @Test
  void clientThatAsksAndNeverReadsIsEnded() throws Exception {
    start(limits(500, 500, 20));
    Relay relay = closing(new Relay(server().port()));
    SshClient client = client();
    ClientSession session = connect(client, "Ada", new Person(FakeWorkshop.CODE, ""), relay.port());
    session.auth().verify(WAIT);
    session.setSessionHeartbeat(HeartbeatType.NONE, Duration.ZERO);
    relay.stopReading();

    int sent = 0;
    try {
      while (server().connections() == 1 && sent < 1_000_000) {
        Buffer request = session.createBuffer(SshConstants.SSH_MSG_GLOBAL_REQUEST);
        request.putString("nonsense@example.com");
        request.putBoolean(true);
        session.writePacket(request).await(WAIT);
        sent++;
      }
    } catch (IOException ended) {
      // what the test is about
    }
    await(() -> server().connections() == 0, () -> "the end of the connection");
    assertThat(sent).isLessThan(1_000_000);
  }

  @Test
  void keyExchangesAreBounded() throws Exception {
    start(limits(500, 500, 20));
    ClientSession session = joinNew("Ada");
    new Shell(session).awaitText("[screen of Ada]");

    await(() -> isEndedByAnotherKeyExchange(session), () -> "the end of the connection");
    new Shell(joinNew("Bea")).awaitText("[screen of Bea]");
  }

  private static boolean isEndedByAnotherKeyExchange(ClientSession session) {
    try {
      session.reExchangeKeys().verify(WAIT);
    } catch (IOException ended) {
      // what the test is about
    }
    return !session.isOpen();
  }

  @Test
  void manyJoinAtOnce() throws Exception {
    start(LIMITS);
    SshClient client = client();
    var sessions = new ArrayList<ClientSession>();
    for (int i = 0; i < 30; i++) {
      sessions.add(
          connect(client, "Learner " + i, new Person(FakeWorkshop.CODE, ""), server().port()));
    }
    for (ClientSession session : sessions) {
      session.auth().verify(WAIT);
    }
    for (int i = 0; i < 30; i++) {
      new Shell(sessions.get(i)).awaitText("[screen of Learner " + i + "]");
    }
  }
}
