package dev.deckhand.lab.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.preflight.FakeEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningFaultTest {

  @TempDir private Path folder;

  private EngineAddress host() {
    return EngineAddress.socket(folder.resolve("host.sock"));
  }

  @Test
  void aClusterThatDoesNotAnswerIsLost() {
    LabFault fault =
        OpeningFault.of(new ApiUnavailable(ApiServer.CLUSTER, "connection refused", null), host());

    assertThat(fault.kind()).isEqualTo(LabFault.Kind.LOST);
    assertThat(fault.problem()).isEqualTo("The cluster does not answer (connection refused).");
    assertThat(fault.remedy()).contains("Type \"reset\"");
    assertThat(fault).hasCauseInstanceOf(ApiUnavailable.class);
  }

  @Test
  void anEngineThatDoesNotAnswerIsTheMachinesOwnIfThatOneDoesNotAnswerEither() {
    LabFault fault =
        OpeningFault.of(new ApiUnavailable(ApiServer.ENGINE, "connection refused", null), host());

    assertThat(fault.kind()).isEqualTo(LabFault.Kind.NO_ENGINE);
    assertThat(fault.problem()).contains("host.sock");
  }

  @Test
  void otherwiseItIsTheLabs() throws IOException {
    try (var _ =
        FakeEngine.at(folder.resolve("host.sock"), Map.of("/_ping", "OK", "/info", "{}"))) {
      LabFault fault =
          OpeningFault.of(new ApiUnavailable(ApiServer.ENGINE, "connection refused", null), host());

      assertThat(fault.kind()).isEqualTo(LabFault.Kind.LOST);
      assertThat(fault.problem())
          .isEqualTo("The lab's engine does not answer (connection refused).");
    }
  }

  @Test
  void aRefusalIsQuotedWithANextStep() {
    LabFault fault =
        OpeningFault.of(new ApiError(ApiServer.CLUSTER, 500, "etcd has no leader"), host());

    assertThat(fault.kind()).isEqualTo(LabFault.Kind.NOT_STARTED);
    assertThat(fault.problem())
        .isEqualTo("The lab did not open: the cluster refused a request (etcd has no leader).");
    assertThat(fault.remedy()).contains("deckhand doctor");
  }
}
