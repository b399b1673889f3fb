package dev.deckhand.lab.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSearchTest {

  private static final Map<String, String> PONG = Map.of("/_ping", "OK");

  @TempDir Path root;

  @Test
  void theUsualSocketComesBeforeTheOthers() throws IOException {
    Machine machine = Machines.of(root, Map.of(), false);
    try (var _ = FakeEngine.at(machine.at("/var/run/docker.sock"), PONG);
        var _ = FakeEngine.at(machine.home().resolve(".colima/default/docker.sock"), PONG)) {
      EngineSearch search = EngineSearch.on(machine);
      assertThat(search.engine().orElseThrow().uri().getPath()).endsWith("/var/run/docker.sock");
      assertThat(search.knocks()).hasSize(1);
    }
  }

  @Test
  void colimaIsFoundWhereDockerIsNot() throws IOException {
    Machine machine = Machines.of(root, Map.of(), false);
    try (var _ = FakeEngine.at(machine.home().resolve(".colima/default/docker.sock"), PONG)) {
      assertThat(EngineSearch.on(machine).engine().orElseThrow().toString()).contains(".colima");
    }
  }

  @Test
  void theCurrentContextOfTheDockerCommandComesFirst() throws IOException {
    Machine machine = Machines.of(root, Map.of(), false);
    Path socket = root.resolve("ctx.sock");
    Path docker = machine.home().resolve(".docker");
    Machines.write(docker.resolve("config.json"), "{\"currentContext\":\"colima\"}");
    Machines.write(
        docker.resolve(
            "contexts/meta/f24fd3749c1368328e2b149bec149cb6795619f244c5b584e844961215dadd16/meta.json"),
        "{\"Endpoints\":{\"docker\":{\"Host\":\"unix://" + socket + "\"}}}");
    try (var _ = FakeEngine.at(socket, PONG);
        var _ = FakeEngine.at(machine.at("/var/run/docker.sock"), PONG)) {
      assertThat(EngineSearch.on(machine).engine().orElseThrow().uri().getPath())
          .isEqualTo(socket.toString());
    }
  }

  @Test
  void whatDockerHostSaysIsTheOnlyPlace() throws IOException {
    Machine machine = Machines.of(root, Map.of("DOCKER_HOST", "unix:///no/such.sock"), true);
    try (var _ = FakeEngine.at(machine.at("/var/run/docker.sock"), PONG)) {
      EngineSearch search = EngineSearch.on(machine);
      assertThat(search.engine()).isEmpty();
      assertThat(NoEngine.of(search, machine).next()).contains("unset DOCKER_HOST");
      assertThat(NoEngine.of(search, machine).setupHelps()).isFalse();
    }
  }

  @Test
  void anAddressThatLabsCannotUseIsNamed() {
    Machine machine = Machines.of(root, Map.of("DOCKER_HOST", "ssh://somewhere"), true);
    assertThat(NoEngine.of(EngineSearch.on(machine), machine).why())
        .contains("ssh://somewhere")
        .contains("unix:// and tcp:// alone");
  }

  @Test
  void aSocketThatNobodyListensOnIsAStoppedEngine() throws IOException {
    Machine machine = Machines.debian(root, true);
    Path socket = machine.at("/var/run/docker.sock");
    Files.createDirectories(socket.getParent());
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
    }
    EngineSearch search = EngineSearch.on(machine);
    assertThat(search.engine()).isEmpty();
    assertThat(search.likeliest().orElseThrow().why()).isEqualTo(Knock.REFUSED);
    assertThat(NoEngine.of(search, machine).setupHelps()).isTrue();
  }

  @Test
  void aSocketThatNeverAnswersDoesNotHoldUpTheNext() throws IOException {
    Machine machine = Machines.of(root, Map.of(), false);
    Path mute = machine.at("/var/run/docker.sock");
    Files.createDirectories(mute.getParent());
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        var _ = FakeEngine.at(machine.home().resolve(".rd/docker.sock"), PONG)) {
      server.bind(UnixDomainSocketAddress.of(mute));
      EngineSearch search = EngineSearch.on(machine);
      assertThat(search.engine().orElseThrow().toString()).contains(".rd");
      assertThat(search.knocks().getFirst().why()).startsWith("no answer within");
    }
  }

  @Test
  void permissionDeniedIsMendedByTheGroupAndNotByInstalling() {
    Machine machine = Machines.of(root, Map.of(), false);
    var denied =
        new Knock(
            EngineCandidate.socket("Docker", Path.of("/var/run/docker.sock")),
            Knock.inWords("java.net.SocketException: Permission denied"));
    NoEngine none = NoEngine.of(new EngineSearch(java.util.List.of(denied)), machine);
    assertThat(none.why())
        .isEqualTo("Docker is not reachable at unix:///var/run/docker.sock (permission denied)");
    assertThat(none.next()).contains("usermod -aG docker");
    assertThat(none.setupHelps()).isFalse();
  }

  @Test
  void nothingAnywhereIsInstalledByRootAndToldToOthers() throws IOException {
    Machine root = Machines.debian(this.root, true);
    NoEngine none = NoEngine.of(EngineSearch.on(root), root);
    assertThat(none.installable()).isEqualTo("docker.io");
    Machine person = Machines.debian(this.root, false);
    NoEngine told = NoEngine.of(EngineSearch.on(person), person);
    assertThat(told.setupHelps()).isFalse();
    assertThat(told.next()).contains("sudo apt-get install -y docker.io");
  }
}
