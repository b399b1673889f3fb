package dev.deckhand.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.docker.ContainerRemoval;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineExec;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way that Helm takes from its image into a cluster's container, with another program. */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class HelmProgramTest {

  private static final String IMAGE = "deckhand/busybox:1.37";

  @Test
  void aProgramIsCopiedFromAnImageThatIsNeverStarted(SharedLabs shared) {
    EngineApi engine = shared.host();
    Map<String, String> labels = Map.of(SessionFolder.LABEL, "helmtest");
    String target =
        engine
            .post(
                "/containers/create",
                Map.of(
                    "Image", IMAGE,
                    "Cmd", List.of("sh", "-c", "mkdir -p /usr/local/bin; sleep 60"),
                    "Labels", labels))
            .path("Id")
            .asText();
    try {
      engine.post("/containers/" + target + "/start", null);
      EngineExec.run(engine, target, List.of("mkdir", "-p", "/usr/local/bin"));

      HelmProgram.copy(engine, IMAGE, "/bin/busybox", target, labels);

      EngineExec run =
          EngineExec.run(engine, target, List.of("/usr/local/bin/busybox", "echo", "copied"));
      assertThat(run.output()).isEqualTo("copied\n");
      String filters = EngineApi.filters("label", List.of(SessionFolder.LABEL + "=helmtest"));
      assertThat(engine.get("/containers/json?all=1&filters=" + filters)).hasSize(1);
    } finally {
      ContainerRemoval.remove(engine, target);
    }
  }
}
