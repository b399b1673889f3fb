package dev.deckhand.lab.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineSearchTest {

  private static final Map<String, String> PONG = Map.of("/_ping", "OK");

  @TempDir Path root;

  @Test
  void theUsualSocketComesBeforeTheOthers() throws IOException {
    HostMachine hostMachine = MachineFixtures.of(root, Map.of(), false);
    try (var _ = FakeEngine.at(hostMachine.path("/var/run/docker.sock"), PONG);
        var _ = FakeEngine.at(hostMachine.home().resolve(".colima/default/docker.sock"), PONG)) {
      EngineSearch search = EngineSearch.run(hostMachine);
      assertThat(search.engine().orElseThrow().uri().getPath()).endsWith("/var/run/docker.sock");
      assertThat(search.pings()).hasSize(1);
    }
  }

  @Test
  void colimaIsFoundWhereDockerIsNot() throws IOException {
    HostMachine hostMachine = MachineFixtures.of(root, Map.of(), false);
    try (var _ = FakeEngine.at(hostMachine.home().resolve(".colima/default/docker.sock"), PONG)) {
      assertThat(EngineSearch.run(hostMachine).engine().orElseThrow().toString())
          .contains(".colima");
    }
  }

  @Test
  void theCurrentContextOfTheDockerCommandComesFirst() throws IOException {
    HostMachine hostMachine = MachineFixtures.of(root, Map.of(), false);
    Path socket = root.resolve("ctx.sock");
    Path docker = hostMachine.home().resolve(".docker");
    MachineFixtures.write(docker.resolve("config.json"), "{\"currentContext\":\"colima\"}");
    MachineFixtures.write(
        docker.resolve(
            "contexts/meta/f24fd3749c1368328e2b149bec149cb6795619f244c5b584e844961215dadd16/meta.json"),
        "{\"Endpoints\":{\"docker\":{\"Host\":\"unix://" + socket + "\"}}}");
    try (var _ = FakeEngine.at(socket, PONG);
        var _ = FakeEngine.at(hostMachine.path("/var/run/docker.sock"), PONG)) {
      assertThat(EngineSearch.run(hostMachine).engine().orElseThrow().uri().getPath())
          .isEqualTo(socket.toString());
    }
  }

  @Test
  void whatDockerHostSaysIsTheOnlyPlace() throws IOException {
    HostMachine hostMachine =
        MachineFixtures.of(root, Map.of("DOCKER_HOST", "unix:///no/such.sock"), true);
    try (var _ = FakeEngine.at(hostMachine.path("/var/run/docker.sock"), PONG)) {
      EngineSearch search = EngineSearch.run(hostMachine);
      assertThat(search.engine()).isEmpty();
      assertThat(MissingEngine.of(search, hostMachine).remedy()).contains("unset DOCKER_HOST");
      assertThat(MissingEngine.of(search, hostMachine).isFixableBySetup()).isFalse();
    }
  }

  @Test
  void anAddressThatLabsCannotUseIsNamed() {
    HostMachine hostMachine =
        MachineFixtures.of(root, Map.of("DOCKER_HOST", "ssh://somewhere"), true);
    assertThat(MissingEngine.of(EngineSearch.run(hostMachine), hostMachine).reason())
        .contains("ssh://somewhere")
        .contains("unix:///path and tcp://host:port");
  }

  @ParameterizedTest
  @CsvSource({
    "tcp://my_host:2375, the host's name isn't valid",
    "http://my_host:2375, the host's name isn't valid",
    "tcp://:2375, the host's name isn't valid",
    "unix:docker.sock, labs only use addresses of the kinds",
    "docker, labs only use addresses of the kinds"
  })
  void anAddressThatCannotBeReachedIsRefusedWithItsReason(String uri, String reason) {
    HostMachine hostMachine = MachineFixtures.of(root, Map.of("DOCKER_HOST", uri), true);
    EngineSearch search = EngineSearch.run(hostMachine);
    assertThat(search.engine()).isEmpty();
    MissingEngine none = MissingEngine.of(search, hostMachine);
    assertThat(none.reason()).contains(uri).contains(reason);
    assertThat(none.remedy()).isEqualTo("Correct DOCKER_HOST, or: unset DOCKER_HOST");
  }

  @Test
  void aSocketThatNobodyListensOnIsAStoppedEngine() throws IOException {
    HostMachine hostMachine = MachineFixtures.debian(root, true);
    Path socket = hostMachine.path("/var/run/docker.sock");
    Files.createDirectories(socket.getParent());
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
    }
    EngineSearch search = EngineSearch.run(hostMachine);
    assertThat(search.engine()).isEmpty();
    assertThat(search.mostLikely().orElseThrow().failure()).isEqualTo(EnginePing.REFUSED);
    assertThat(MissingEngine.of(search, hostMachine).isFixableBySetup()).isTrue();
  }

  @Test
  void aSocketThatNeverAnswersDoesNotHoldUpTheNext() throws IOException {
    HostMachine hostMachine = MachineFixtures.of(root, Map.of(), false);
    Path mute = hostMachine.path("/var/run/docker.sock");
    Files.createDirectories(mute.getParent());
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        var _ = FakeEngine.at(hostMachine.home().resolve(".rd/docker.sock"), PONG)) {
      server.bind(UnixDomainSocketAddress.of(mute));
      EngineSearch search = EngineSearch.run(hostMachine);
      assertThat(search.engine().orElseThrow().toString()).contains(".rd");
      assertThat(search.pings().getFirst().failure()).startsWith("no answer within");
    }
  }

  @Test
  void permissionDeniedIsMendedByTheGroupAndNotByInstalling() {
    HostMachine hostMachine = MachineFixtures.of(root, Map.of(), false);
    var denied =
        new EnginePing(
            EngineCandidate.socket("Docker", Path.of("/var/run/docker.sock")),
            EnginePing.describe("java.net.SocketException: Permission denied"));
    MissingEngine none = MissingEngine.of(new EngineSearch(List.of(denied), ""), hostMachine);
    assertThat(none.reason())
        .isEqualTo("Docker is not reachable at unix:///var/run/docker.sock (permission denied)");
    assertThat(none.remedy()).contains("usermod -aG docker");
    assertThat(none.isFixableBySetup()).isFalse();
  }

  @Test
  void nothingAnywhereIsInstalledByRootAndToldToOthers() throws IOException {
    HostMachine root = MachineFixtures.debian(this.root, true);
    MissingEngine none = MissingEngine.of(EngineSearch.run(root), root);
    assertThat(none.installablePackage()).isEqualTo("docker.io");
    HostMachine person = MachineFixtures.debian(this.root, false);
    MissingEngine told = MissingEngine.of(EngineSearch.run(person), person);
    assertThat(told.isFixableBySetup()).isFalse();
    assertThat(told.remedy()).contains("sudo apt-get install -y docker.io");
  }

  @Test
  void aWebServerIsNoEngine() throws IOException {
    HostMachine hostMachine = MachineFixtures.of(root, Map.of(), false);
    try (var _ =
        FakeEngine.answering(
            hostMachine.path("/var/run/docker.sock"), "HTTP/1.1 200 OK\r\n\r\n<html>")) {
      EngineSearch search = EngineSearch.run(hostMachine);
      assertThat(search.engine()).isEmpty();
      assertThat(search.pings().getFirst().failure()).contains("isn't a Docker engine");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.0 200 OK|Api-Version: 1.41||OK, ''",
    "HTTP/1.1 200 OK|Server: Libpod|api-version: 1.40||OK, ''",
    "HTTP/1.1 500 Oops|Api-Version: 1.41||, it answered 500",
    "HTTP/1.1 200 OK|Content-Type: text/html||Api-Version: 1, NO_ENGINE",
    "SSH-2.0-OpenSSH_9, NO_ENGINE",
    "'', the connection was closed without an answer"
  })
  void anAnswerIsAnEnginesOnlyWithItsHeader(String answer, String failure) {
    assertThat(EnginePing.interpret(answer.replace("|", "\r\n")))
        .isEqualTo(failure.replace("NO_ENGINE", EnginePing.NO_ENGINE));
  }

  @Test
  void anEngineThatTakesThreeSecondsToAnswerIsReachable() throws IOException {
    HostMachine hostMachine = MachineFixtures.of(root, Map.of(), false);
    try (var _ =
        FakeEngine.slow(hostMachine.path("/var/run/docker.sock"), PONG, Duration.ofSeconds(3))) {
      assertThat(EngineSearch.run(hostMachine).engine()).isPresent();
    }
  }

  @Test
  void anUnusableContextIsNamedAndTheUsualPlacesAreSearched() throws IOException {
    HostMachine gone = MachineFixtures.of(root, Map.of("DOCKER_CONTEXT", "gone"), false);
    try (var _ = FakeEngine.at(gone.path("/var/run/docker.sock"), PONG)) {
      EngineSearch search = EngineSearch.run(gone);
      assertThat(search.engine()).isPresent();
      assertThat(search.unusedContext().orElseThrow())
          .contains("DOCKER_CONTEXT")
          .contains("\"gone\"")
          .contains("doesn't exist");

      HostMachine malformed = MachineFixtures.of(root, Map.of(), false);
      MachineFixtures.write(malformed.home().resolve(".docker/config.json"), "{");
      assertThat(EngineSearch.run(malformed).unusedContext().orElseThrow())
          .contains("config.json isn't valid JSON");
    }
  }

  @Test
  void aContextWhoseSocketIsGoneIsNamed() throws IOException {
    HostMachine hostMachine = MachineFixtures.of(root, Map.of(), false);
    Path docker = hostMachine.home().resolve(".docker");
    MachineFixtures.write(docker.resolve("config.json"), "{\"currentContext\":\"colima\"}");
    MachineFixtures.write(
        docker.resolve(
            "contexts/meta/f24fd3749c1368328e2b149bec149cb6795619f244c5b584e844961215dadd16/meta.json"),
        "{\"Endpoints\":{\"docker\":{\"Host\":\"unix:///no/such.sock\"}}}");
    try (var _ = FakeEngine.at(hostMachine.path("/var/run/docker.sock"), PONG)) {
      EngineSearch search = EngineSearch.run(hostMachine);
      assertThat(search.engine()).isPresent();
      assertThat(search.unusedContext().orElseThrow())
          .isEqualTo(
              "docker context colima points at unix:///no/such.sock: there is no such socket");
    }
  }
}
