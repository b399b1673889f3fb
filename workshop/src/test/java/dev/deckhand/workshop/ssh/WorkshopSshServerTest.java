package dev.deckhand.workshop.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.core.CoreModuleProperties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkshopSshServerTest extends SshFixture {

  @BeforeEach
  void startServer() throws IOException {
    start(LIMITS);
  }

  @Test
  void newLearnerGetsAReturnKeyAndATerminal() throws Exception {
    var person = new Person(FakeWorkshop.CODE, "");
    ClientSession session = connect("Zoë", person);
    session.auth().verify(WAIT);
    var shell = new Shell(session);
    shell.awaitText("[screen of Zoë]");
    shell.type("kubectl get pods\r");
    shell.awaitText("kubectl get pods\r");

    assertThat(person.asked).containsExactly("Join code: ", "Press Enter to go on: ");
    assertThat(person.told.getFirst()).contains("Workshop: Containers");
    assertThat(person.told.getLast()).contains(FakeWorkshop.KEY).contains("Write it down");
    assertThat(workshop.tries()).containsExactly(FakeWorkshop.CODE + "/Zoë//127.0.0.1");
    assertThat(workshop.terminalOf("Zoë").hasOnlyOwners()).isTrue();
  }

  @Test
  void learnerComesBackWithTheReturnKey() throws Exception {
    joinNew("Ada").close(true).await(WAIT);
    var person = new Person(FakeWorkshop.CODE, FakeWorkshop.KEY);
    ClientSession session = connect("Ada", person);
    session.auth().verify(WAIT);
    new Shell(session).awaitText("[screen of Ada]");

    assertThat(person.asked).containsExactly("Join code: ", "Return key: ");
    assertThat(person.told.getLast()).contains("Somebody in the workshop has this name");
  }

  @Test
  void wrongReturnKeyOpensNoSeat() throws Exception {
    joinNew("Ada");
    var person =
        new Person(FakeWorkshop.CODE, "wrong", FakeWorkshop.CODE, "", FakeWorkshop.CODE, "x");
    ClientSession session = connect("Ada", person);

    assertThatThrownBy(() -> session.auth().verify(WAIT)).isInstanceOf(SshException.class);
    assertThat(String.join("", person.told)).contains("The return key is wrong. Ask for it.");
    assertThat(workshop.tries()).hasSize(1 + 2 + 1 + 2);
  }

  @Test
  void wrongCodesAreBounded() throws Exception {
    var person = new Person("1", "2", "3", FakeWorkshop.CODE, "");
    ClientSession session = connect("Eve", person);

    assertThatThrownBy(() -> session.auth().verify(WAIT)).isInstanceOf(SshException.class);
    await(session::isClosed, () -> "the end of the connection");
    assertThat(workshop.tries()).hasSize(3);
    assertThat(String.join("", person.told))
        .contains("The join code is wrong. Look at the [31mscreen.")
        .doesNotContain("\u001b");
  }

  @Test
  void nameWithControlSequencesIsRefused() throws Exception {
    var person = new Person(FakeWorkshop.CODE, FakeWorkshop.CODE, FakeWorkshop.CODE);
    ClientSession session = connect("\u001b]0;owned\u0007", person);

    assertThatThrownBy(() -> session.auth().verify(WAIT)).isInstanceOf(SshException.class);
    assertThat(String.join("", person.told)).contains("The name can't be used.");
  }

  @Test
  void endlessNameIsRefusedUnasked() throws Exception {
    var person = new Person(FakeWorkshop.CODE);
    ClientSession session = connect("x".repeat(10_000), person);

    assertThatThrownBy(() -> session.auth().verify(WAIT)).isInstanceOf(SshException.class);
    assertThat(workshop.tries()).isEmpty();
  }

  @Test
  void passwordsAndKeysAreNoWayIn() throws Exception {
    SshClient client = client();
    CoreModuleProperties.PREFERRED_AUTHS.set(client, "password,publickey");
    ClientSession session = connect(client, "Eve", new Person(), server().port());
    session.addPasswordIdentity(FakeWorkshop.CODE);

    assertThatThrownBy(() -> session.auth().verify(WAIT)).isInstanceOf(SshException.class);
    assertThat(workshop.tries()).isEmpty();
  }

  @Test
  void terminalFollowsTheWindow() throws Exception {
    var shell = new Shell(joinNew("Ada"));
    shell.awaitText("[100 x 30]");
    shell.channel.sendWindowChange(132, 50);
    shell.awaitText("[132 x 50]");
    shell.channel.sendWindowChange(1_000_000, 0);
    shell.awaitText("[500 x 24]");
  }

  @Test
  void endOfTheSeatIsTold() throws Exception {
    var shell = new Shell(joinNew("Ada"));
    shell.awaitText("[screen of Ada]");
    workshop.terminalOf("Ada").end("The workshop is over.\u001b[31m");
    shell.awaitEnd();

    assertThat(shell.text()).contains("\u001b[?25h").endsWith("The workshop is over.[31m\r\n");
    assertThat(shell.channel.getExitStatus()).isZero();
  }

  @Test
  void lostConnectionLeavesTheSeatAsItIs() throws Exception {
    ClientSession session = joinNew("Ada");
    new Shell(session).awaitText("[screen of Ada]");
    session.close(true).await(WAIT);
    await(() -> workshop.terminalOf("Ada").viewers() == 0, () -> "the end of the attachment");
    await(() -> server().connections() == 0, () -> "the end of the connection");

    new Shell(join("Ada", FakeWorkshop.CODE, FakeWorkshop.KEY)).awaitText("[screen of Ada]");
  }

  @Test
  void commandsAreRefusedWithAMessage() throws Exception {
    ClientSession session = joinNew("Ada");
    ChannelExec command = session.createExecChannel("touch /tmp/owned");

    assertThat(refusal(command)).contains("The workshop has only its terminal");
    assertThat(command.getExitStatus()).isEqualTo(1);
    assertThat(workshop.terminalOf("Ada").viewers()).isZero();
  }

  @Test
  void fileTransferIsRefusedWithAMessage() throws Exception {
    assertThat(refusal(joinNew("Ada").createSubsystemChannel("sftp")))
        .contains("The workshop has only its terminal");
  }

  @Test
  void otherSubsystemsDoNotExist() throws Exception {
    ClientSession session = joinNew("Ada");
    ClientChannel channel = session.createSubsystemChannel("netconf");
    channel.open().await(WAIT);

    await(channel::isClosed, () -> "the end of the channel");
    assertThat(workshop.terminalOf("Ada").viewers()).isZero();
  }

  private static String refusal(ClientChannel channel) throws IOException {
    var said = new ByteArrayOutputStream();
    channel.setErr(said);
    channel.open().verify(WAIT);
    channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), WAIT);
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void shellWithoutTerminalIsRefusedWithAMessage() throws Exception {
    var channel = joinNew("Ada").createShellChannel();
    channel.setUsePty(false);
    var said = new ByteArrayOutputStream();
    channel.setOut(said);
    channel.open().verify(WAIT);
    channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), WAIT);

    assertThat(said.toString(StandardCharsets.UTF_8)).contains("The workshop needs a terminal");
  }

  @Test
  void forwardingIsRefused() throws Exception {
    ClientSession session = joinNew("Ada");

    assertThatThrownBy(() ->
            session.startRemotePortForwarding(
                new SshdSocketAddress("127.0.0.1", 0), new SshdSocketAddress("127.0.0.1", 22)))
        .isInstanceOf(SshException.class);
    var tunnel =
        session.createDirectTcpipChannel(
            new SshdSocketAddress("127.0.0.1", 1), new SshdSocketAddress("127.0.0.1", 22));
    assertThatThrownBy(() -> tunnel.open().verify(WAIT)).isInstanceOf(SshException.class);
    new Shell(session).awaitText("[screen of Ada]");
  }

  @Test
  void agentsAndVariablesAreIgnored() throws Exception {
    ClientSession session = joinNew("Ada");
    var channel = session.createShellChannel();
    channel.setAgentForwarding(true);
    channel.setEnv("LD_PRELOAD", "/tmp/evil.so");
    channel.setEnv("COLUMNS", "7");
    channel.setUsePty(false);
    var said = new ByteArrayOutputStream();
    channel.setOut(said);
    channel.open().verify(WAIT);
    channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), WAIT);

    assertThat(said.toString(StandardCharsets.UTF_8))
        .as("a variable is no terminal")
        .contains("The workshop needs a terminal");
  }

  @Test
  void connectionHasOneChannel() throws Exception {
    ClientSession session = joinNew("Ada");
    new Shell(session).awaitText("[screen of Ada]");

    assertThatThrownBy(() -> session.createShellChannel().open().verify(WAIT))
        .isInstanceOf(IOException.class);
  }

  @Test
  void serverKeepsItsKeyForItsOwnerAlone() throws Exception {
    String fingerprint = server().fingerprint();
    var file = folder.resolve(HostKey.FILE);

    assertThat(fingerprint).startsWith("SHA256:");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(HostKey.in(folder).fingerprint()).isEqualTo(fingerprint);

    Files.writeString(file, "nonsense");
    assertThatThrownBy(() -> HostKey.in(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("delete the file");
  }
}
