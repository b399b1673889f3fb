package dev.deckhand.lab.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.docker.ContainerRemoval;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Against a registry of its own, which is started for it. */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class PullByDigestTest {

  private static final String IMAGE = "deckhand/busybox:1.37";

  private String startRegistry(EngineApi host) {
    var wanted =
        Map.of(
            "Image",
            "deckhand/registry:3",
            "Labels",
            Map.of(SessionFolder.LABEL, "digests", SessionFolder.OWNER_LABEL, "deckhand-tests"),
            "HostConfig",
            Map.of("PortBindings", Map.of("5000/tcp", List.of(Map.of("HostIp", "127.0.0.1")))));
    String id = host.post("/containers/create", wanted).path("Id").asText();
    host.post("/containers/" + id + "/start", null);
    return id;
  }

  @Test
  void anImageIsPulledByItsDigest(SharedLabs shared) throws InterruptedException {
    EngineApi host = shared.host();
    String registry = startRegistry(host);
    String repository = "";
    try {
      JsonNode ports =
          host.get("/containers/" + registry + "/json").path("NetworkSettings").path("Ports");
      repository =
          "localhost:" + ports.path("5000/tcp").path(0).path("HostPort").asText() + "/busybox";
      host.post("/images/" + IMAGE + "/tag?tag=1&repo=" + EngineApi.urlEncode(repository), null);
      String digest = pushUntilListening(host, repository);
      host.delete("/images/" + repository + ":1");
      host.delete("/images/" + digest);
      assertThat(host.find("/images/" + digest + "/json")).isEmpty();

      var images = new HostImages(host, ImageSubstitutes.BY_RULE, Duration.ofSeconds(30));
      HostImage pulled = images.resolve(ImageName.of(digest), BootProgress.SILENT);

      assertThat(pulled.id()).isEqualTo(host.get("/images/" + IMAGE + "/json").path("Id").asText());
      assertThat(pulled.tag()).isEqualTo(digest);
      host.delete("/images/" + digest);
    } finally {
      ContainerRemoval.remove(host, registry);
    }
  }

  /** The registry listens a moment after it was started; the engine tries again by itself. */
  private static String pushUntilListening(EngineApi host, String repository) {
    JsonNode digests = host.get("/images/" + IMAGE + "/json").path("RepoDigests");
    for (int attempt = 0; attempt < 50; attempt++) {
      host.post("/images/" + repository + "/push?tag=1", Map.of());
      digests = host.get("/images/" + repository + ":1/json").path("RepoDigests");
      for (JsonNode digest : digests) {
        if (digest.asText().startsWith(repository)) {
          return digest.asText();
        }
      }
    }
    throw new AssertionError("not pushed: " + digests);
  }
}
