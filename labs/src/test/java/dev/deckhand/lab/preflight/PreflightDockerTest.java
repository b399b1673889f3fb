package dev.deckhand.lab.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("docker")
class PreflightDockerTest {

  @TempDir Path home;

  @Test
  void aRealEngineTellsOfItself() throws InterruptedException {
    HostMachine hostMachine =
        HostMachine.current(Map.of("PATH", "/usr/local/bin:/usr/bin:/bin"), home, home);
    assumeTrue(
        EngineSearch.run(hostMachine).engine().isPresent(), "no engine answers on this machine");
    var needs = new LabNeeds(Set.of(LabKind.DOCKER), List.of(), Set.of(), "default");
    MachineReport report = new Preflight(hostMachine, Clock.systemUTC()).examine(List.of(needs));
    assertThat(report.findings())
        .extracting(MachineFinding::id)
        .contains("engine", "privileged", "registry", "image:docker:28-dind");
    assertThat(report.findings())
        .filteredOn(machineFinding -> machineFinding.id().equals("engine"))
        .singleElement()
        .extracting(MachineFinding::state)
        .isEqualTo(MachineFinding.State.OK);
  }
}
