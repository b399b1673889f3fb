package dev.deckhand.lab.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lab.image.DefaultImages;
import dev.deckhand.lab.start.LabImageChoice;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineFindingsTest {

  @TempDir Path root;

  @Test
  void anOldApiKeepsEveryEngineLabFromStarting() throws JsonProcessingException {
    MachineReport report = report("{\"ApiVersion\":\"1.40\"}", "{}");
    assertThat(report.canRun(LabKind.DOCKER)).isFalse();
    assertThat(report.canRun(LabKind.JAVA)).isTrue();
    assertThat(report.reason(LabKind.DOCKER)).contains("1.40");
  }

  @Test
  void anEngineThatIsOlderThanLessonsExpectRunsThemWithAWarning() throws JsonProcessingException {
    assertThat(apiState("{\"ApiVersion\":\"1.40\"}")).isEqualTo(MachineFinding.State.MISSING);
    assertThat(apiState("{\"ApiVersion\":\"1.44\"}")).isEqualTo(MachineFinding.State.WARNING);
    assertThat(apiState("{\"ApiVersion\":\"1.45\"}")).isEqualTo(MachineFinding.State.OK);
    assertThat(apiState("{\"ApiVersion\":\"1.41\",\"Components\":[{\"Name\":\"Podman Engine\"}]}"))
        .isEqualTo(MachineFinding.State.OK);
    assertThat(report("{\"ApiVersion\":\"1.44\"}", "{}").canRun(LabKind.DOCKER)).isTrue();
  }

  private MachineFinding.State apiState(String version) throws JsonProcessingException {
    return report(version, "{}").findings().stream()
        .filter(finding -> finding.id().equals("api"))
        .map(MachineFinding::state)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oldControlGroupsAreNoObstacle() throws JsonProcessingException {
    MachineReport report =
        report("{\"ApiVersion\":\"1.41\"}", "{\"CgroupVersion\":\"1\",\"MemTotal\":8000000000}");
    assertThat(report.canRunEverything()).isTrue();
  }

  @Test
  void rootlessPodmanHasNoKernelMessagesToGive() throws JsonProcessingException {
    MachineReport report =
        report(
            "{\"ApiVersion\":\"1.41\",\"Components\":[{\"Name\":\"Podman Engine\"}]}",
            "{\"SecurityOptions\":[\"name=seccomp\",\"name=rootless\"]}");
    assertThat(report.findings())
        .filteredOn(machineFinding -> machineFinding.id().equals("rootless"))
        .singleElement()
        .satisfies(machineFinding -> {
          assertThat(machineFinding.state()).isEqualTo(MachineFinding.State.WARNING);
          assertThat(machineFinding.found()).contains("/dev/kmsg");
        });
  }

  @Test
  void runcWithoutItsCapabilityHasARemedyOfItsOwn() {
    var trial =
        new PrivilegedContainerProbe(
            dev.deckhand.lab.docker.EngineAddress.socket(Path.of("/x")),
            MachineFixtures.of(root, Map.of(), true));
    MachineFinding machineFinding =
        trial.interpretError("runc create failed: unable to apply caps: operation not permitted");
    assertThat(machineFinding.found()).contains("CAP_SYS_RESOURCE");
    assertThat(machineFinding.remedy()).contains("runc-shim");
    assertThat(trial.interpretError("no").state()).isEqualTo(MachineFinding.State.MISSING);
  }

  @Test
  void aFullDiskIsMissingAndAScantOneIsAWarning() {
    assertThat(HostFacts.disk(500_000_000).state()).isEqualTo(MachineFinding.State.MISSING);
    assertThat(HostFacts.disk(3 * ByteSizeFormatter.GB).found()).isEqualTo("3.0 GB free");
    assertThat(HostFacts.disk(3 * ByteSizeFormatter.GB).state())
        .isEqualTo(MachineFinding.State.WARNING);
  }

  @Test
  void anImageThatARegistryHasIsNoObstacle() {
    var image = new RequiredImage("nginx:1.30", "deckhand/nginx:1.30", Set.of(LabKind.DOCKER));
    var facts = new ImageFacts(List.of(ImageFacts.LocalImage.absent(image)));
    assertThat(
            facts.findings(
                RegistryStatus.REACHABLE, new BuildableImages(DefaultImages.parse(""), "")))
        .singleElement()
        .extracting(MachineFinding::state)
        .isEqualTo(MachineFinding.State.WARNING);
    MachineFinding built =
        facts
            .findings(
                RegistryStatus.UNREACHABLE,
                new BuildableImages(
                    DefaultImages.parse("nginx:1.30\tdeckhand/nginx:1.30\tnginx"), ""))
            .getFirst();
    assertThat(built.state()).isEqualTo(MachineFinding.State.MISSING);
    assertThat(built.setupFixes()).isTrue();
  }

  @Test
  void thePublishedClusterIsReportedOnceAndOursEachForItself() {
    var ingress =
        new LabNeeds(Set.of(LabKind.KUBERNETES), List.of(), Set.of(Ability.INGRESS), "default");
    var own = LabImageChoice.of(Map.of());
    var buildable = new BuildableImages(DefaultImages.parse(""), "Bring it here.");
    List<RequiredImage> both = RequiredImage.of(List.of(ingress), own);
    var absent = new ImageFacts(both.stream().map(ImageFacts.LocalImage::absent).toList());
    assertThat(absent.findings(RegistryStatus.REACHABLE, buildable))
        .extracting(MachineFinding::id)
        .containsExactly("image:" + own.cluster().name());
    assertThat(absent.findings(RegistryStatus.UNREACHABLE, buildable))
        .extracting(MachineFinding::id)
        .containsExactly(
            "image:" + own.cluster().name(), "image:" + own.ingressCluster().substitute());
    var catalog = new BuildableImages(DefaultImages.bundled(), "");
    assertThat(absent.findings(RegistryStatus.UNREACHABLE, catalog))
        .extracting(MachineFinding::state)
        .containsExactly(MachineFinding.State.MISSING, MachineFinding.State.WARNING);
    var published =
        new ImageFacts(
            both.stream()
                .map(image -> new ImageFacts.LocalImage(image, image.name(), "", ""))
                .toList());
    assertThat(published.findings(RegistryStatus.UNREACHABLE, buildable))
        .extracting(MachineFinding::found)
        .containsExactly("here");
  }

  @Test
  void anImageForAnotherMachineIsMissingAndToBeRemoved() {
    var image = new RequiredImage("nginx:1.30", "deckhand/nginx:1.30", Set.of(LabKind.DOCKER));
    var facts =
        new ImageFacts(
            List.of(
                new ImageFacts.LocalImage(
                    image, "deckhand/nginx:1.30", "", "it's for linux/arm64, ...")));
    MachineFinding finding =
        facts
            .findings(RegistryStatus.REACHABLE, new BuildableImages(DefaultImages.parse(""), ""))
            .getFirst();
    assertThat(finding.state()).isEqualTo(MachineFinding.State.MISSING);
    assertThat(finding.found()).contains("deckhand/nginx:1.30: it's for linux/arm64");
    assertThat(finding.remedy()).contains("docker image rm deckhand/nginx:1.30");
    assertThat(facts.foreign().orElseThrow().remedy()).isEqualTo(finding.remedy());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-29T12:00:30.5Z, OK, 'the same as this machine''s'",
    "2026-11-29T12:05:00+00:00, WARNING, 5 minutes ahead",
    "2026-11-29T11:59:00+01:00, WARNING, 61 minutes behind",
    "2026-11-27T12:00:00Z, WARNING, 48 hours behind",
    "'', UNKNOWN, doesn't tell",
    "yesterday, UNKNOWN, doesn't tell",
  })
  void aClockThatIsOffIsSaid(String engine, MachineFinding.State state, String words) {
    MachineFinding finding = EngineClock.finding(engine, Instant.parse("2026-11-29T12:00:00Z"));
    assertThat(finding.state()).isEqualTo(state);
    assertThat(finding.found()).contains(words);
  }

  @Test
  void aRegistryThatRefusesIsKnownAtOnce() throws Exception {
    int port;
    try (var server = new java.net.ServerSocket(0)) {
      port = server.getLocalPort();
    }
    var trial = new RegistryProbe(URI.create("https://localhost:" + port + "/v1/"), null);
    assertThat(trial.obstacle()).isNotEmpty();
  }

  private static MachineReport report(String version, String info) throws JsonProcessingException {
    var json = new JsonMapper();
    return new MachineReport(
        new EngineFacts("unix:///x", json.readTree(version), json.readTree(info), "", "")
            .findings());
  }

  @ParameterizedTest
  @CsvSource({
    "1024, OK, ''",
    "128, WARNING, 'about 3 clusters at a time'",
    "64, WARNING, 'one cluster at a time'",
    "8, MISSING, 'no cluster'"
  })
  void theInotifyLimitIsCountedInClusters(String limit, MachineFinding.State state, String words)
      throws IOException {
    HostMachine hostMachine = MachineFixtures.debian(root, true);
    MachineFixtures.write(
        hostMachine.path("/proc/sys/fs/inotify/max_user_instances"), limit + "\n");
    MachineFinding finding = new HostFacts(hostMachine, Distribution.of(hostMachine)).inotify();
    assertThat(finding.state()).isEqualTo(state);
    assertThat(finding.found()).contains(words);
  }

  @Test
  void inotifyInstancesInUseAreSubtracted() throws IOException {
    HostMachine hostMachine = MachineFixtures.debian(root, true);
    MachineFixtures.write(hostMachine.path("/proc/sys/fs/inotify/max_user_instances"), "71\n");
    Path descriptors = Files.createDirectories(hostMachine.path("/proc/12/fd"));
    Files.createSymbolicLink(descriptors.resolve("3"), Path.of("anon_inode:inotify"));
    Files.createSymbolicLink(descriptors.resolve("4"), Path.of("anon_inode:inotify"));
    MachineFinding finding = new HostFacts(hostMachine, Distribution.of(hostMachine)).inotify();
    assertThat(finding.found()).contains("one cluster");
  }
}
