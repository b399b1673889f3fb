package dev.deckhand.workshop.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The distribution's own client, which people use. */
class OpenSshTest extends SshFixture {

  @BeforeEach
  void startServer() throws IOException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/ssh")),
        "there's no ssh; on Debian: apt-get install openssh-client");
    start(LIMITS);
    Path key = folder.resolve("known_hosts");
    String line = run(List.of("ssh-keygen", "-y", "-f", folder.resolve(HostKey.FILE).toString()));
    Files.writeString(key, "[127.0.0.1]:" + server().port() + " " + line);
    // answers what ssh would ask on its terminal
    Files.writeString(
        folder.resolve("answer"),
        """
        #!/bin/sh
        printf '%s\\n' "$1" >>"$ASKED"
        case $1 in
          *Join*) echo "$CODE" ;;
          *Return*) echo "$KEY" ;;
          *) echo ;;
        esac
        """);
    Files.setPosixFilePermissions(
        folder.resolve("answer"), PosixFilePermissions.fromString("rwx------"));
  }

  private static String run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private Path said() {
    return folder.resolve("said");
  }

  private Process ssh(String code, String... words) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                "ssh",
                "-F",
                "none",
                "-p",
                Integer.toString(server().port()),
                "-o",
                "UserKnownHostsFile=" + folder.resolve("known_hosts"),
                "-o",
                "StrictHostKeyChecking=yes"));
    command.addAll(List.of(words));
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said().toFile());
    builder.environment().put("SSH_ASKPASS", folder.resolve("answer").toString());
    builder.environment().put("SSH_ASKPASS_REQUIRE", "force");
    builder.environment().put("ASKED", folder.resolve("asked").toString());
    builder.environment().put("CODE", code);
    builder.environment().put("KEY", FakeWorkshop.KEY);
    Process process = builder.start();
    return closing(new Ended(process)).process();
  }

  /** Ends a client with its test. */
  private record Ended(Process process) implements AutoCloseable {
    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  private String text() {
    try {
      return Files.readString(said());
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  private void awaitText(String text) throws InterruptedException {
    await(() -> text().contains(text), () -> "\"" + text + "\" in: " + text());
  }

  @Test
  void learnerWorksInTheTerminal() throws Exception {
    Process ssh = ssh(FakeWorkshop.CODE, "-tt", "Ada@127.0.0.1");
    awaitText("[screen of Ada]");
    OutputStream keys = ssh.getOutputStream();
    keys.write("docker ps\r".getBytes(StandardCharsets.UTF_8));
    keys.flush();
    awaitText("docker ps\r");
    workshop.terminalOf("Ada").end("The workshop is over.");

    assertThat(ssh.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(ssh.exitValue()).isZero();
    assertThat(text()).contains("The workshop is over.");
    assertThat(Files.readString(folder.resolve("asked")))
        .contains("Join code:")
        .contains("Press Enter");
  }

  @Test
  void learnerComesBackAfterTheClientWasKilled() throws Exception {
    Process ssh = ssh(FakeWorkshop.CODE, "-tt", "Ada@127.0.0.1");
    awaitText("[screen of Ada]");
    ssh.destroyForcibly().waitFor();
    await(() -> workshop.terminalOf("Ada").viewers() == 0, () -> "the end of the attachment");
    Files.delete(said());

    ssh(FakeWorkshop.CODE, "-tt", "Ada@127.0.0.1");
    awaitText("[screen of Ada]");
    assertThat(Files.readString(folder.resolve("asked"))).contains("Return key:");
  }

  @Test
  void wrongCodeIsSaid() throws Exception {
    Process ssh = ssh("wrong", "-tt", "Ada@127.0.0.1");

    assertThat(ssh.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(ssh.exitValue()).isEqualTo(255);
    assertThat(text()).contains("The join code is wrong.");
    assertThat(workshop.tries()).hasSize(3);
  }

  @Test
  void commandIsRefusedWithAMessage() throws Exception {
    Process ssh = ssh(FakeWorkshop.CODE, "Ada@127.0.0.1", "id");

    assertThat(ssh.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(ssh.exitValue()).isEqualTo(1);
    assertThat(text()).contains("The workshop has only its terminal").doesNotContain("uid=");
  }

  @Test
  void forwardingIsRefused() throws Exception {
    Process ssh =
        ssh(
            FakeWorkshop.CODE,
            "-tt",
            "-o",
            "ExitOnForwardFailure=yes",
            "-R",
            "0:127.0.0.1:1",
            "Ada@127.0.0.1");

    assertThat(ssh.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(ssh.exitValue()).isEqualTo(255);
    assertThat(text()).contains("remote port forwarding failed");
  }

  @Test
  void fingerprintIsTheOneThatClientsShow() throws Exception {
    assertThat(run(List.of("ssh-keygen", "-l", "-f", folder.resolve("known_hosts").toString())))
        .contains(server().fingerprint())
        .contains("ED25519");
  }
}
