package dev.deckhand.lab.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.image.DefaultImages;
import dev.deckhand.lab.image.LabImage;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Tenancy;
import dev.deckhand.lesson.version.VersionConstraint;
import dev.deckhand.lesson.version.VersionedTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabVersionFinderTest {

  private static final LabImage CLUSTER = DefaultImages.bundled().lab(DefaultImages.CLUSTER);
  private static final LabImage ENGINE = DefaultImages.bundled().lab(DefaultImages.ENGINE);

  @TempDir Path root;

  @Test
  void withoutAnEngineVersionsAreThoseOfTheImagesThatWouldBePulled() throws Exception {
    LabVersion kubernetes = find(VersionedTool.K8S, Map.of("DOCKER_HOST", "unix:///nowhere.sock"));
    assertThat(kubernetes.found())
        .matches("1\\.\\d+\\.\\d+, by the tag of the image " + CLUSTER.name());
  }

  @Test
  void theSubstituteOnTheMachineCountsBeforeAnImageThatWouldBePulled() throws Exception {
    try (var _ = engine(Map.of(CLUSTER.substitute(), "{}"))) {
      assertThat(find(VersionedTool.K8S, Map.of()).found())
          .endsWith("by the tag of the image " + CLUSTER.substitute());
    }
  }

  @Test
  void aChosenImageCounts() throws Exception {
    try (var _ = engine(Map.of(CLUSTER.substitute(), "{}"))) {
      assertThat(
              find(VersionedTool.K8S, Map.of("DECKHAND_CLUSTER_IMAGE", "rancher/k3s:v1.35.1-k3s1"))
                  .found())
          .isEqualTo("1.35.1, by the tag of the image rancher/k3s:v1.35.1-k3s1");
    }
  }

  @Test
  void ourEngineSaysItsVersionInItsLabel() throws Exception {
    String image =
        """
        {"Config":{"Labels":{"dev.deckhand.contents":
        "containerd 2.1.9+ds1-5, docker-buildx 0.29.1+ds1-4, docker.io 28.5.2+dfsg4-5, Debian 13"}}}\
        """;
    try (var _ = engine(Map.of(ENGINE.substitute(), image))) {
      assertThat(find(VersionedTool.DOCKER, Map.of()).found())
          .isEqualTo("28.5.2, by the label of the image " + ENGINE.substitute());
    }
  }

  @Test
  void dockersOwnImageSaysItsVersionInAVariable() throws Exception {
    String image = "{\"Config\":{\"Env\":[\"PATH=/bin\",\"DOCKER_VERSION=28.5.1\"]}}";
    try (var _ = engine(Map.of(ENGINE.name(), image))) {
      assertThat(find(VersionedTool.DOCKER, Map.of()).found())
          .isEqualTo("28.5.1, by DOCKER_VERSION in the image " + ENGINE.name());
    }
  }

  @Test
  void aTagWithoutANumberSaysNothingAndRefusesNoLesson() throws Exception {
    try (var _ = engine(Map.of("rancher/k3s:latest", "{}"))) {
      var versions =
          new LabVersionFinder(machine(Map.of("DECKHAND_CLUSTER_IMAGE", "rancher/k3s:latest")))
              .find(List.of(VersionedTool.K8S));
      assertThat(versions.versions().getFirst().found())
          .isEqualTo("an unknown version, since the image rancher/k3s:latest doesn't say");
      assertThat(versions.misfit(needs(VersionedTool.K8S, ">=1.99"))).isEmpty();
    }
  }

  @Test
  void theMachinesHelmIsAsked() throws Exception {
    Path helm = program("echo v4.3.2+g12ab");
    assertThat(find(VersionedTool.HELM, Map.of("PATH", root.resolve("bin").toString())).found())
        .isEqualTo("4.3.2, by " + helm);
  }

  @Test
  void aHelmThatFailsOrThatLessonsDontFitIsNotUsed() throws Exception {
    for (String script : List.of("exit 3", "echo v3.19.0+gabc")) {
      program(script);
      assertThat(find(VersionedTool.HELM, Map.of("PATH", root.resolve("bin").toString())).found())
          .isEqualTo(helmImage());
    }
  }

  @Test
  void withoutOneItIsTheHelmOfTheClustersImage() throws Exception {
    String image =
        "{\"Config\":{\"Labels\":{\"dev.deckhand.contents\":\"Kubernetes 1.37.2, Helm 4.3.1\"}}}";
    try (var _ = engine(Map.of(CLUSTER.substitute(), image))) {
      assertThat(find(VersionedTool.HELM, Map.of("PATH", "/nowhere")).found())
          .isEqualTo("4.3.1, by the label of the image " + CLUSTER.substitute());
    }
  }

  @Test
  void aPublishedClusterGetsItsHelmFromAnotherImage() throws Exception {
    assertThat(find(VersionedTool.HELM, Map.of("PATH", "/nowhere")).found()).isEqualTo(helmImage());
  }

  private static String helmImage() {
    String image = DefaultImages.bundled().ofRepository("alpine/helm").name();
    return image.substring(image.indexOf(':') + 1) + ", by the tag of the image " + image;
  }

  @Test
  void anOlderLabIsSaidWithBothVersionsAndTheNextStep() throws Exception {
    var chosen = Map.of("DECKHAND_CLUSTER_IMAGE", "rancher/k3s:v1.35.1-k3s1");
    LabFault fault =
        new LabVersionFinder(machine(chosen))
            .find(List.of(VersionedTool.K8S))
            .misfit(needs(VersionedTool.K8S, ">=1.36"))
            .orElseThrow();
    assertThat(fault.kind()).isEqualTo(LabFault.Kind.WRONG_VERSION);
    assertThat(fault.problem())
        .isEqualTo(
            "The lesson needs Kubernetes >=1.36, and its lab has 1.35.1, by the tag of the image"
                + " rancher/k3s:v1.35.1-k3s1.");
    assertThat(fault.remedy())
        .isEqualTo("Set DECKHAND_CLUSTER_IMAGE to an image with Kubernetes >=1.36, and try again.");
  }

  @Test
  void whereTheImageThatWouldBePulledFitsPullingItIsTheNextStep() throws Exception {
    String old = "{\"Config\":{\"Labels\":{\"dev.deckhand.contents\":\"docker.io 20.10.24\"}}}";
    try (var _ = engine(Map.of(ENGINE.substitute(), old))) {
      LabFault fault =
          new LabVersionFinder(machine(Map.of()))
              .find(List.of(VersionedTool.DOCKER))
              .misfit(needs(VersionedTool.DOCKER, ">=26"))
              .orElseThrow();
      assertThat(fault.problem()).contains("Docker >=26", "20.10.24");
      assertThat(fault.remedy()).isEqualTo("Run: docker pull " + ENGINE.name());
    }
  }

  @Test
  void doctorSaysHowManyLessonsNeedAnother() throws Exception {
    var chosen = Map.of("DECKHAND_CLUSTER_IMAGE", "rancher/k3s:v1.35.1-k3s1");
    MachineFinding finding =
        new LabVersionFinder(machine(chosen))
            .find(List.of(VersionedTool.K8S))
            .findings(
                List.of(
                    needs(VersionedTool.K8S, ">=1.36"),
                    needs(VersionedTool.K8S, ">=1.29"),
                    LabNeeds.NONE))
            .getFirst();
    assertThat(finding.id()).isEqualTo("version:k8s");
    assertThat(finding.state()).isEqualTo(MachineFinding.State.WARNING);
    assertThat(finding.found()).endsWith("; 1 lesson needs >=1.36");
    assertThat(finding.neededBy()).containsExactly(LabKind.KUBERNETES);
  }

  private LabVersion find(VersionedTool tool, Map<String, String> environment) throws Exception {
    return new LabVersionFinder(machine(environment)).find(List.of(tool)).versions().getFirst();
  }

  private HostMachine machine(Map<String, String> environment) {
    return MachineFixtures.of(root, environment, false);
  }

  private FakeEngine engine(Map<String, String> images) throws IOException {
    var answers = new HashMap<>(Map.of("/_ping", "OK"));
    images.forEach((tag, json) -> answers.put("/images/" + tag + "/json", json));
    return FakeEngine.at(root.resolve("var/run/docker.sock"), answers);
  }

  private Path program(String script) throws IOException {
    Path helm = MachineFixtures.write(root.resolve("bin/helm"), "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(helm, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static LabNeeds needs(VersionedTool tool, String constraint) {
    return new LabNeeds(
        Set.of(LabNeeds.labWith(tool)),
        List.of(),
        Set.of(),
        "default",
        Tenancy.OWN,
        Map.of(tool, VersionConstraint.parse(constraint).orElseThrow()));
  }
}
