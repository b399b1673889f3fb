package dev.deckhand.lab.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lesson.LabKind;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsTest {

  @TempDir Path root;

  @Test
  void anOldApiKeepsEveryEngineLabFromStarting() throws JsonProcessingException {
    MachineReport report = report("{\"ApiVersion\":\"1.40\"}", "{}");
    assertThat(report.runs(LabKind.DOCKER)).isFalse();
    assertThat(report.runs(LabKind.JAVA)).isTrue();
    assertThat(report.why(LabKind.DOCKER)).contains("1.40");
  }

  @Test
  void oldControlGroupsAreNoObstacle() throws JsonProcessingException {
    MachineReport report =
        report("{\"ApiVersion\":\"1.41\"}", "{\"CgroupVersion\":\"1\",\"MemTotal\":8000000000}");
    assertThat(report.runsEverything()).isTrue();
  }

  @Test
  void rootlessPodmanHasNoKernelMessagesToGive() throws JsonProcessingException {
    MachineReport report =
        report(
            "{\"ApiVersion\":\"1.41\",\"Components\":[{\"Name\":\"Podman Engine\"}]}",
            "{\"SecurityOptions\":[\"name=seccomp\",\"name=rootless\"]}");
    assertThat(report.findings())
        .filteredOn(finding -> finding.id().equals("rootless"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.state()).isEqualTo(Finding.State.WARNING);
          assertThat(finding.found()).contains("/dev/kmsg");
        });
  }

  @Test
  void runcWithoutItsCapabilityHasARemedyOfItsOwn() {
    var trial =
        new PrivilegedTrial(
            dev.deckhand.lab.docker.EngineAddress.socket(Path.of("/x")),
            Machines.of(root, Map.of(), true));
    Finding finding =
        trial.judge("runc create failed: unable to apply caps: operation not permitted");
    assertThat(finding.found()).contains("CAP_SYS_RESOURCE");
    assertThat(finding.remedy()).contains("runc-shim");
    assertThat(trial.judge("no").state()).isEqualTo(Finding.State.MISSING);
  }

  @Test
  void aFullDiskIsMissingAndAScantOneIsAWarning() {
    assertThat(HostFacts.disk(500_000_000).state()).isEqualTo(Finding.State.MISSING);
    assertThat(HostFacts.disk(3 * Sizes.GB).found()).isEqualTo("3.0 GB free");
    assertThat(HostFacts.disk(3 * Sizes.GB).state()).isEqualTo(Finding.State.WARNING);
  }

  @Test
  void anImageThatARegistryHasIsNoObstacle() {
    var image = new WantedImage("nginx:1.27", "deckhand/nginx:1.27", Set.of(LabKind.DOCKER));
    var facts = new ImageFacts(List.of(new ImageFacts.Sight(image, "", "")));
    assertThat(facts.findings(RegistryFact.ANSWERS, new Builds(Set.of(), "")))
        .singleElement()
        .extracting(Finding::state)
        .isEqualTo(Finding.State.WARNING);
    Finding built =
        facts
            .findings(RegistryFact.SILENT, new Builds(Set.of("deckhand/nginx:1.27"), ""))
            .getFirst();
    assertThat(built.state()).isEqualTo(Finding.State.MISSING);
    assertThat(built.setupMends()).isTrue();
  }

  @Test
  void aRegistryThatRefusesIsKnownAtOnce() throws java.io.IOException {
    int port;
    try (var server = new java.net.ServerSocket(0)) {
      port = server.getLocalPort();
    }
    var trial = new RegistryTrial(URI.create("https://localhost:" + port + "/v1/"), null);
    assertThat(trial.obstacle()).isNotEmpty();
  }

  private static MachineReport report(String version, String info) throws JsonProcessingException {
    var json = new JsonMapper();
    return new MachineReport(
        new EngineFacts("unix:///x", json.readTree(version), json.readTree(info)).findings());
  }
}
