package dev.deckhand.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.container.ContainerLimits;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a learner's container takes too much of ends at the lab's limits, not at the machine's. */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class EngineLimitsTest {

  private static final int PIDS = 300;
  private static final long MEMORY = 512L << 20;
  private static final Map<String, String> LIMITS =
      Map.of(ContainerLimits.VARIABLE, "memory=512m,pids=" + PIDS);

  /** Bounded: where no limit held, it would be 2,000 processes that sleep for some seconds. */
  private static final String FORK_BOMB =
      "(i=0; while [ $i -lt 2000 ]; do sleep 12 & i=$((i + 1)); done; echo all started);"
          + " exec sleep 12";

  /** Bounded: where no limit held, it would be 2 GB. */
  private static final String MEMORY_HOG = "head -c 2000000000 /dev/zero | tail -n 1 | wc -c";

  @Test
  void aForkBombIsRefusedMoreProcessesAndTheLabRecovers(SharedLabs shared)
      throws InterruptedException {
    SharedLabs.OpenedLab opened = shared.newEngine(LIMITS);
    try (Lab lab = opened.lab()) {
      run(
          lab,
          opened.folder(),
          "docker run --detach --name bomb busybox:1.37 sh -c '" + FORK_BOMB + "'");
      String printed =
          run(
              lab,
              opened.folder(),
              "for n in $(seq 50); do docker logs bomb 2>&1 | grep -m 1 -e fork -e started && break;"
                  + " sleep 0.2; done");

      assertThat(printed).contains("can't fork").doesNotContain("all started");
      long processes =
          labContainer(shared.host(), opened.folder(), "/stats?stream=false&one-shot=true")
              .path("pids_stats")
              .path("current")
              .asLong();
      assertThat(processes).isBetween(PIDS / 2L, (long) PIDS);
      shared.host().ping(Duration.ofSeconds(5));

      run(lab, opened.folder(), "docker wait bomb");
      assertThat(run(lab, opened.folder(), "docker run --rm busybox:1.37 echo recovered"))
          .contains("recovered");
    }
  }

  @Test
  void aMemoryHogIsKilledAndTheEngineIsNot(SharedLabs shared) throws InterruptedException {
    SharedLabs.OpenedLab opened = shared.newEngine(LIMITS);
    try (Lab lab = opened.lab()) {
      assertThat(
              labContainer(shared.host(), opened.folder(), "/json")
                  .path("HostConfig")
                  .path("Memory")
                  .asLong())
          .isEqualTo(MEMORY);

      String printed =
          run(
              lab,
              opened.folder(),
              "docker run --name hog busybox:1.37 sh -c '" + MEMORY_HOG + "' 2>&1; true");

      assertThat(printed).contains("Killed").doesNotContain("2000000000");
      shared.host().ping(Duration.ofSeconds(5));
      assertThat(run(lab, opened.folder(), "docker run --rm busybox:1.37 echo recovered"))
          .contains("recovered");
    }
  }

  private static String run(Lab lab, SessionFolder folder, String line) {
    return LabObservations.sh(lab, folder, line);
  }

  private static JsonNode labContainer(EngineApi host, SessionFolder folder, String what) {
    String filters = EngineApi.filters("label", List.of(SessionFolder.LABEL + "=" + folder.id()));
    String id = host.get("/containers/json?filters=" + filters).path(0).path("Id").asText();
    return host.get("/containers/" + id + what);
  }
}
