package dev.deckhand.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.container.ContainerContext;
import dev.deckhand.lab.container.ContainerLimits;
import dev.deckhand.lab.container.ContainerMonitor;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.container.LabStorage;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.image.DefaultImages;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.image.ImageName;
import dev.deckhand.lab.image.ImageSubstitutes;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.LabSettings;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a desktop's virtual machine gets, which shares no sockets with the machine. */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class EngineOverTlsTest {

  @Test
  void answersOnLoopbackToTheSessionsKeysAlone(SharedLabs shared) throws InterruptedException {
    SessionFolder sessionFolder = RealLabsExtension.newSessionFolder();
    var host = HostEngine.connect(shared.host().address());
    var images = new HostImages(host.api(), ImageSubstitutes.BY_RULE, Duration.ofSeconds(3));
    var image =
        images
            .findLocal(
                ImageName.of(LabSettings.DEFAULT_IMAGES.lab(DefaultImages.ENGINE).substitute()))
            .orElseThrow();
    try (ContainerMonitor containerMonitor = ContainerMonitor.of(host, sessionFolder)) {
      var context =
          new ContainerContext(
              host,
              sessionFolder,
              "deckhand-tests",
              ContainerLimits.of(host.info(), ""),
              LabStorage.DISK,
              containerMonitor);
      var boot = new EngineStarter(context, image, true, Clock.systemUTC());
      try (DockerLab engine = boot.open(images, List.of(), BootProgress.SILENT)) {

        assertThat(
                LabObservations.sh(
                    engine.environment(), sessionFolder, "docker info --format '{{.Name}}'"))
            .isNotBlank();
        assertThat(engine.observers().observe(LabObservations.container("web")))
            .isEqualTo(new Observation.Snapshot(List.of()));
        assertThat(engine.environment()).containsEntry("DOCKER_TLS_VERIFY", "1");
        assertThat(publishedOn(shared.host(), sessionFolder)).containsExactly("127.0.0.1");
        assertThat(
                LabObservations.sh(
                    engine.environment(),
                    sessionFolder,
                    "DOCKER_TLS_VERIFY= docker ps 2>&1 || echo refused"))
            .contains("refused");
      }
    }
    host.api().close();
  }

  private static List<String> publishedOn(EngineApi host, SessionFolder sessionFolder) {
    String filters =
        EngineApi.filters("label", List.of(SessionFolder.LABEL + "=" + sessionFolder.id()));
    String id = host.get("/containers/json?filters=" + filters).path(0).path("Id").asText();
    return host.get("/containers/" + id + "/json")
        .path("NetworkSettings")
        .path("Ports")
        .findValuesAsText("HostIp");
  }
}
