package dev.deckhand.lab.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.check.Observation;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.preflight.FakeEngine;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreachableEngineTest {

  @TempDir private Path folder;

  private LabFault faultAt(Path socket) {
    var labs =
        new TestcontainersLabFactory(
            RealLabsExtension.settings(EngineAddress.socket(socket)), Clock.systemUTC());
    var fault = new LabFault[1];
    assertThatThrownBy(() ->
            labs.open(
                RealLabsExtension.needs(LabKind.DOCKER),
                RealLabsExtension.newSessionFolder(),
                BootProgress.SILENT))
        .isInstanceOfSatisfying(LabFault.class, thrown -> fault[0] = thrown);
    return fault[0];
  }

  @Test
  void aSocketThatIsNotThereIsNamed() {
    LabFault fault = faultAt(folder.resolve("none.sock"));

    assertThat(fault.kind()).isEqualTo(LabFault.Kind.NO_ENGINE);
    assertThat(fault.problem()).contains("none.sock").contains("no such socket");
    assertThat(fault.remedy()).contains("deckhand setup");
  }

  @Test
  void aSocketThatNobodyListensOnIsNamed() throws IOException {
    Path socket = folder.resolve("dead.sock");
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
    }

    LabFault fault = faultAt(socket);

    assertThat(fault.kind()).isEqualTo(LabFault.Kind.NO_ENGINE);
    assertThat(fault.problem()).contains("onnection refused");
  }

  @Test
  void anEngineThatAnswersWithErrorsIsNamed() throws IOException {
    Path socket = folder.resolve("broken.sock");
    try (var _ = FakeEngine.at(socket, Map.of("/_ping", "OK"))) {
      LabFault fault = faultAt(socket);

      assertThat(fault.kind()).isEqualTo(LabFault.Kind.NO_ENGINE);
      assertThat(fault.problem()).contains("broken.sock").contains("answers with an error");
      assertThat(fault.remedy()).contains("deckhand doctor");
    }
  }

  @Test
  void anInterruptIsNotTakenForAnEngineThatIsGone() {
    var labs =
        new TestcontainersLabFactory(
            RealLabsExtension.settings(EngineAddress.socket(folder.resolve("none.sock"))),
            Clock.systemUTC());
    SessionFolder sessionFolder = RealLabsExtension.newSessionFolder();

    Thread.currentThread().interrupt();
    assertThatThrownBy(() ->
            labs.open(RealLabsExtension.needs(LabKind.DOCKER), sessionFolder, BootProgress.SILENT))
        .isInstanceOf(InterruptedException.class);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> labs.adopt(RealLabsExtension.needs(LabKind.DOCKER), sessionFolder))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void aLessonWithoutALabNeedsNoEngine() throws Exception {
    var labs =
        new TestcontainersLabFactory(
            RealLabsExtension.settings(EngineAddress.socket(folder.resolve("none.sock"))),
            Clock.systemUTC());

    try (Lab lab =
        labs.open(LabNeeds.NONE, RealLabsExtension.newSessionFolder(), BootProgress.SILENT)) {
      assertThat(lab.environment()).isEmpty();
      assertThat(lab.observe(LabObservations.container("web")))
          .isInstanceOf(Observation.Unreachable.class);
      lab.clear();
    }
  }
}
