package dev.deckhand.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineExec;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.image.ImageName;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.LabSettings;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import dev.deckhand.lab.start.TestcontainersLabFactory;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two engines one after the other: the second one loads nothing. */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class PreparedImagesTest {

  /** A set that no other test has, so that its volume isn't in use. */
  private static final List<String> IMAGES = List.of("busybox:1.37", "nginx:1.31");

  private EngineApi host;
  private String volume;

  @BeforeEach
  void removeTheVolume(SharedLabs shared) {
    host = shared.host();
    var images = new HostImages(host, LabSettings.SUBSTITUTES, LabSettings.REGISTRY_TIMEOUT);
    HostImage engine = images.findLocal(ImageName.of("docker:dind")).orElseThrow();
    volume =
        PreparedImages.of(
                engine,
                IMAGES.stream()
                    .map(name -> images.findLocal(ImageName.of(name)).orElseThrow())
                    .toList())
            .volume();
    host.delete("/volumes/" + volume);
  }

  /** Opens an engine, lists its images, runs one of them, and returns the steps of the start. */
  private List<String> useEngine() throws InterruptedException {
    SessionFolder folder = RealLabsExtension.newSessionFolder();
    var steps = new ArrayList<String>();
    BootProgress progress =
        new BootProgress() {
          @Override
          public void began(String step) {
            synchronized (steps) {
              steps.add(step);
            }
          }

          @Override
          public void advanced(String step, long done, long total, String unit) {}

          @Override
          public void finished(String step, Duration took) {}
        };
    try (Lab lab =
        new TestcontainersLabFactory(RealLabsExtension.settings(), Clock.systemUTC())
            .open(
                new LabNeeds(Set.of(LabKind.DOCKER), IMAGES, Set.of(), "default"),
                folder,
                progress)) {
      assertThat(
              LabObservations.sh(lab, folder, "docker images --format '{{.Repository}}:{{.Tag}}'")
                  .lines())
          .containsExactlyInAnyOrderElementsOf(IMAGES);
      assertThat(LabObservations.sh(lab, folder, "docker run --rm nginx:1.31 nginx -v 2>&1"))
          .contains("nginx version");
      awaitFilled(folder);
    }
    return steps;
  }

  /** The volume is filled a moment after the lab is ready, and isn't mounted any more then. */
  private void awaitFilled(SessionFolder folder) throws InterruptedException {
    String filters = EngineApi.filters("label", List.of(SessionFolder.LABEL + "=" + folder.id()));
    String id = host.get("/containers/json?filters=" + filters).path(0).path("Id").asText();
    List<String> isMounted = List.of("mountpoint", "-q", PreparedImages.FOLDER);
    for (int i = 0; i < 300 && EngineExec.run(host, id, isMounted).exitCode() == 0; i++) {
      Thread.sleep(100);
    }
    assertThat(EngineExec.run(host, id, isMounted).exitCode()).isNotZero();
  }

  @Test
  void theSecondEngineCopiesWhatTheFirstOneLoaded() throws Exception {
    assertThat(useEngine()).contains("Load 2 images");
    assertThat(host.find("/volumes/" + volume)).isPresent();

    assertThat(useEngine()).doesNotContain("Load 2 images");
  }

  @Test
  void aVolumeThatIsNotCompleteIsNotTrusted() throws Exception {
    String id =
        host.post(
                "/containers/create",
                Map.of(
                    "Image",
                    "deckhand/busybox:1.37",
                    "Cmd",
                    List.of("mkdir", "-p", "/p/part-1/overlay2"),
                    "HostConfig",
                    Map.of("Binds", List.of(volume + ":/p"))))
            .path("Id")
            .asText();
    host.post("/containers/" + id + "/start", null);
    host.post("/containers/" + id + "/wait", null);
    host.delete("/containers/" + id + "?force=1");

    assertThat(useEngine()).contains("Load 2 images");
    assertThat(useEngine()).doesNotContain("Load 2 images");
  }
}
