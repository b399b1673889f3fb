package dev.deckhand.workshop.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.PtyMode;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.core.CoreModuleProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The entries of the list that come by SSH. */
@Timeout(120)
class ShellAttacksTest {

  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final String REFUSED = "The workshop has only its terminal";

  @TempDir Path folder;
  private AttackedServer server;
  private ControlSeat seat;
  private SshClient client;
  private ClientSession eve;

  @BeforeEach
  void start() throws Exception {
    server = AttackedServer.start(folder);
    seat = new ControlSeat(server);
    client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
    CoreModuleProperties.PASSWORD_PROMPTS.set(client, 5);
    client.start();
    eve = connect("Eve", AttackedServer.CODE, seat.eve().returnKey());
    eve.auth().verify(WAIT);
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    seat.close();
    server.close();
  }

  private ClientSession connect(String name, String... answers) throws IOException {
    ClientSession session =
        client.connect(name, "127.0.0.1", server.sshPort()).verify(WAIT).getSession();
    session.setUserInteraction(new Answers(answers));
    return session;
  }

  /** Answers questions, one after the other. */
  private static final class Answers implements UserInteraction {
    private final String[] answers;
    private int next;

    Answers(String... answers) {
      this.answers = answers;
    }

    @Override
    public String[] interactive(
        ClientSession session,
        String name,
        String instruction,
        String lang,
        String[] prompt,
        boolean[] echo) {
      return new String[] {next < answers.length ? answers[next++] : ""};
    }

    @Override
    public String getUpdatedPassword(ClientSession session, String prompt, String lang) {
      return "";
    }
  }

  private String said(ClientChannel channel) throws IOException {
    var said = new ByteArrayOutputStream();
    channel.setErr(said);
    channel.setOut(said);
    channel.open().verify(WAIT);
    channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), WAIT);
    return said.toString(StandardCharsets.UTF_8);
  }

  /** Opens a terminal as usual but for what was set before, and sees Eve's screen. */
  private void assertShows(ChannelShell shell) throws Exception {
    var shown = new ByteArrayOutputStream();
    shell.setOut(shown);
    shell.open().verify(WAIT);
    long end = System.nanoTime() + WAIT.toNanos();
    while (!shown.toString(StandardCharsets.UTF_8).contains("Anatomy")) {
      assertThat(System.nanoTime()).as(shown.toString(StandardCharsets.UTF_8)).isLessThan(end);
      Thread.sleep(10);
    }
    seat.assertUnharmed();
  }

  private ChannelShell shell() throws IOException {
    ChannelShell shell = eve.createShellChannel();
    shell.setPtyType("xterm");
    shell.setPtyColumns(100);
    shell.setPtyLines(30);
    return shell;
  }

  private void assertEnds(ClientSession session) throws Exception {
    session.waitFor(EnumSet.of(ClientSession.ClientSessionEvent.CLOSED), WAIT);
    assertThat(session.isClosed()).isTrue();
    seat.assertUnharmed();
  }

  @Test
  void exec() throws Exception {
    assertThat(said(eve.createExecChannel("touch /tmp/owned; id")))
        .contains(REFUSED)
        .doesNotContain("uid=");
    seat.assertUnharmed();
  }

  @Test
  void scp() throws Exception {
    assertThat(said(eve.createExecChannel("scp -f ../../../etc/passwd")))
        .contains(REFUSED)
        .doesNotContain("root:");
    seat.assertUnharmed();
  }

  @Test
  void sftp() throws Exception {
    assertThat(said(eve.createSubsystemChannel("sftp"))).contains(REFUSED);
    seat.assertUnharmed();
  }

  @Test
  void subsystem() throws Exception {
    assertThat(said(eve.createSubsystemChannel("netconf"))).isEmpty();
    seat.assertUnharmed();
  }

  @Test
  void localForwarding() throws Exception {
    var tunnel =
        eve.createDirectTcpipChannel(
            new SshdSocketAddress("127.0.0.1", 1),
            new SshdSocketAddress("127.0.0.1", server.port()));
    assertThatThrownBy(() -> tunnel.open().verify(WAIT)).isInstanceOf(IOException.class);
    seat.assertUnharmed();
  }

  @Test
  void socketForwarding() throws Exception {
    Buffer open = eve.createBuffer(SshConstants.SSH_MSG_CHANNEL_OPEN);
    open.putString("direct-streamlocal@openssh.com");
    open.putInt(77);
    open.putInt(65536);
    open.putInt(32768);
    open.putString("/var/run/docker.sock");
    open.putString("");
    open.putInt(0);
    eve.writePacket(open).verify(WAIT);
    // the connection goes on, or is ended: the client didn't ask for that channel by its own means
    seat.assertUnharmed();
  }

  @Test
  void remoteForwarding() throws Exception {
    assertThatThrownBy(() ->
            eve.startRemotePortForwarding(
                new SshdSocketAddress("0.0.0.0", 0), new SshdSocketAddress("127.0.0.1", 22)))
        .isInstanceOf(IOException.class);
    assertShows(shell());
  }

  @Test
  void x11() throws Exception {
    ChannelShell shell = shell();
    assertShows(shell);
    Buffer request = eve.createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST);
    request.putUInt(shell.getRecipient());
    request.putString("x11-req");
    request.putBoolean(false);
    request.putBoolean(false);
    request.putString("MIT-MAGIC-COOKIE-1");
    request.putString("00");
    request.putInt(0);
    eve.writePacket(request).verify(WAIT);
    seat.assertUnharmed();
  }

  @Test
  void agent() throws Exception {
    ChannelShell shell = shell();
    shell.setAgentForwarding(true);
    assertShows(shell);
  }

  @Test
  void environment() throws Exception {
    ChannelShell shell = shell();
    shell.setEnv("LD_PRELOAD", "/tmp/evil.so");
    shell.setEnv("PATH", "/tmp");
    shell.setEnv("COLUMNS", "99999");
    assertShows(shell);
    assertThat(server.workshop().terminal(seat.eve().seat()).columns()).isBetween(10, 500);
  }

  @Test
  void term() throws Exception {
    ChannelShell shell = shell();
    shell.setPtyType("\u001b]0;owned\u0007%n%n../../" + "x".repeat(10_000));
    assertShows(shell);
  }

  @Test
  void modes() throws Exception {
    ChannelShell shell = shell();
    var modes = new java.util.EnumMap<PtyMode, Integer>(PtyMode.class);
    for (PtyMode mode : PtyMode.values()) {
      modes.put(mode, Integer.MAX_VALUE);
    }
    shell.setPtyModes(modes);
    assertShows(shell);
  }

  @Test
  void size() throws Exception {
    ChannelShell shell = shell();
    shell.setPtyColumns(0);
    shell.setPtyLines(0);
    assertShows(shell);
    shell.sendWindowChange(999_999_999, 999_999_999);
    var terminal = server.workshop().terminal(seat.eve().seat());
    long end = System.nanoTime() + WAIT.toNanos();
    while (terminal.columns() != 500 || terminal.rows() != 200) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(10);
    }
    seat.assertUnharmed();
  }

  @Test
  void window() throws Exception {
    CoreModuleProperties.WINDOW_SIZE.set(eve, 0xffff_ffffL);
    CoreModuleProperties.MAX_PACKET_SIZE.set(eve, 0x1fff_ffffL);
    try {
      assertShows(shell());
    } catch (IOException refused) {
      seat.assertUnharmed();
    }
  }

  @Test
  void channels() throws Exception {
    assertShows(shell());
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> eve.createShellChannel().open().verify(WAIT))
          .isInstanceOf(Exception.class);
    }
    seat.assertUnharmed();
  }

  @Test
  void unauthenticated() throws Exception {
    ClientSession mallory = connect("Mallory");
    mallory.waitFor(EnumSet.of(ClientSession.ClientSessionEvent.WAIT_AUTH), WAIT);
    Buffer success = mallory.createBuffer(SshConstants.SSH_MSG_USERAUTH_SUCCESS);
    mallory.writePacket(success).verify(WAIT);
    Buffer open = mallory.createBuffer(SshConstants.SSH_MSG_CHANNEL_OPEN);
    open.putString("session");
    open.putInt(0);
    open.putInt(65536);
    open.putInt(32768);
    mallory.writePacket(open);
    assertEnds(mallory);
  }

  @Test
  void nameOfAnn() throws Exception {
    ClientSession mallory = connect("Ann", AttackedServer.CODE, "wrong");
    assertThatThrownBy(() -> mallory.auth().verify(WAIT)).isInstanceOf(IOException.class);
    seat.assertUnharmed();
  }

  @Test
  void codes() throws Exception {
    ClientSession mallory = connect("Mallory", "1", "2", "3", AttackedServer.CODE);
    assertThatThrownBy(() -> mallory.auth().verify(WAIT)).isInstanceOf(IOException.class);
    assertEnds(mallory);
  }
}
