package dev.deckhand.lab.observe.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class EngineCausesTest {

  private SharedLabs.OpenedLab engine;

  @BeforeEach
  void moor(SharedLabs shared) throws InterruptedException {
    engine = shared.engine();
  }

  private void sh(String line) {
    LabObservations.sh(engine.lab(), engine.folder(), line);
  }

  private String cause(String container) {
    return engine.lab().causes(LabObservations.container(container)).getFirst();
  }

  @Test
  void quotesTheLastLineOfWhatExited() {
    sh(
        "docker run --name job busybox:1.37 sh -c 'echo begin; echo no such customer; exit 3' ||"
            + " true");

    assertThat(cause("job"))
        .isEqualTo("Container \"job\" exited with code 3; its last line was: no such customer");
  }

  @Test
  void tellsOfAKillForMemory() {
    sh(
        "docker run --name big --memory 16m --memory-swap 16m busybox:1.37"
            + " sh -c 'x=a; while true; do x=$x$x; done' || true");

    assertThat(cause("big"))
        .isEqualTo("Container \"big\" was killed because it used more memory than it may.");
  }

  @Test
  void tellsOfAProgramThatIsNotThere() {
    sh("docker run -d --name gone busybox:1.37 no-such-program || true");

    assertThat(cause("gone"))
        .startsWith("Container \"gone\" was created, but could not be started:")
        .contains("no-such-program");
  }

  @Test
  void tellsOfWhatIsRestartedAgainAndAgain() {
    sh("docker run -d --restart always --name again busybox:1.37 sh -c 'echo lost; exit 2'");

    LabObservations.await(
        engine.lab(),
        LabObservations.container("again"),
        LabObservations.first(found -> found.at("RestartCount").text().equals("2")));
    assertThat(cause("again")).contains("restarted").endsWith("its last line was: lost");
  }

  @Test
  void tellsOfAHealthCheckThatFails() {
    sh(
        "docker run -d --name sick --health-cmd 'echo no pulse; false' --health-interval 1s"
            + " --health-retries 1 busybox:1.37 sleep 600");

    LabObservations.await(
        engine.lab(),
        LabObservations.container("sick"),
        LabObservations.first(
            found -> found.at("State", "Health", "Status").text().equals("unhealthy")));
    assertThat(cause("sick"))
        .isEqualTo("Container \"sick\" runs, but its health check fails: no pulse");
  }

  @Test
  void tellsOfWhatWasNeverStartedAndWhatIsPaused() {
    sh(
        "docker create --name idle busybox:1.37 true; docker run -d --name held busybox:1.37 sleep"
            + " 600; docker pause held");

    assertThat(cause("idle")).isEqualTo("Container \"idle\" was created, but never started.");
    assertThat(cause("held")).isEqualTo("Container \"held\" is paused.");
    sh("docker unpause held");
  }
}
