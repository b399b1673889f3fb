package dev.deckhand.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.container.Berth;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.container.Lifeline;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.image.ImageName;
import dev.deckhand.lab.image.Preload;
import dev.deckhand.lab.image.Substitutes;
import dev.deckhand.lab.start.Eyes;
import dev.deckhand.lab.start.LabSettings;
import dev.deckhand.lab.start.RealLabs;
import dev.deckhand.lab.start.RealLabs.Berths;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a desktop's virtual machine gets, which shares no sockets with the machine. */
@Tag("docker")
@ExtendWith(RealLabs.class)
class EngineOverTlsTest {

  @Test
  void answersOnLoopbackToTheSessionsKeysAlone(Berths shared) throws InterruptedException {
    SessionRoom room = RealLabs.room();
    var host = HostEngine.reach(shared.host().address());
    var images = new HostImages(host.api(), Substitutes.BY_RULE, Duration.ofSeconds(3));
    var image = images.here(ImageName.of(LabSettings.ENGINE_SUBSTITUTE)).orElseThrow();
    try (Lifeline lifeline = Lifeline.of(host, room)) {
      var berth = new Berth(host, room, "deckhand-tests", lifeline);
      var boot = new EngineBoot(berth, image, true, Clock.systemUTC());
      try (PrivateEngine engine =
          boot.open(new Preload(host.api(), images), List.of(), BootProgress.SILENT)) {

        assertThat(Eyes.sh(engine, room, "docker info --format '{{.Name}}'")).isNotBlank();
        assertThat(Eyes.seen(engine, Eyes.container("web"))).isEmpty();
        assertThat(engine.environment()).containsEntry("DOCKER_TLS_VERIFY", "1");
        assertThat(publishedOn(shared.host(), room)).containsExactly("127.0.0.1");
        assertThat(Eyes.sh(engine, room, "DOCKER_TLS_VERIFY= docker ps 2>&1 || echo refused"))
            .contains("refused");
      }
    }
    host.api().close();
  }

  private static List<String> publishedOn(EngineApi host, SessionRoom room) {
    String filters = EngineApi.filters("label", List.of(SessionRoom.LABEL + "=" + room.id()));
    String id = host.get("/containers/json?filters=" + filters).path(0).path("Id").asText();
    return host.get("/containers/" + id + "/json")
        .path("NetworkSettings")
        .path("Ports")
        .findValuesAsText("HostIp");
  }
}
