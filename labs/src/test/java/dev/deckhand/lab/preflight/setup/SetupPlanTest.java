package dev.deckhand.lab.preflight.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.image.DefaultImages;
import dev.deckhand.lab.preflight.BuildableImages;
import dev.deckhand.lab.preflight.FakeEngine;
import dev.deckhand.lab.preflight.HostMachine;
import dev.deckhand.lab.preflight.MachineFixtures;
import dev.deckhand.lab.preflight.MissingEngine;
import dev.deckhand.lab.preflight.RegistryStatus;
import dev.deckhand.lab.preflight.RequiredImage;
import dev.deckhand.lab.start.LabImageChoice;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupPlanTest {

  private static final String CLUSTER =
      DefaultImages.bundled().lab(DefaultImages.CLUSTER).substitute();

  private static final String INGRESS_CLUSTER =
      DefaultImages.bundled().lab(DefaultImages.INGRESS_CLUSTER).substitute();

  private static final RequiredImage NGINX =
      new RequiredImage("nginx:1.30", "deckhand/nginx:1.30", Set.of(LabKind.DOCKER));
  private static final RequiredImage OTHER =
      new RequiredImage("ghcr.io/some/app:1", "", Set.of(LabKind.DOCKER));
  private static final BuildableImages BUILDS =
      new BuildableImages(
          DefaultImages.parse(
              """
              debian:13-slim\tdeckhand/debian:13-slim\tdebian\t\t50\t40\t300
              nginx:1.30\tdeckhand/nginx:1.30\tnginx\t\t80\t60\t700
              """),
          "Bring it here.");

  @TempDir Path root;

  @Test
  void aRegistryThatAnswersIsPulledFrom() {
    SetupPlan plan = SetupPlan.of(List.of(NGINX, OTHER), RegistryStatus.REACHABLE, BUILDS);
    assertThat(plan.pulls()).containsExactly(NGINX, OTHER);
    assertThat(plan.isUrgent()).isFalse();
    assertThat(plan.question()).isEqualTo("Pull 2 images?");
  }

  @Test
  void withoutARegistryWhatHasARecipeIsBuiltAndTheRestIsSaid() {
    SetupPlan plan = SetupPlan.of(List.of(NGINX, OTHER), RegistryStatus.UNREACHABLE, BUILDS);
    assertThat(plan.builds()).containsExactly(NGINX);
    assertThat(plan.unobtainable()).containsExactly(OTHER);
    assertThat(plan.question())
        .isEqualTo(
            "Build the image nginx:1.30 (which takes about 3 minutes the first time, fetches 100 MB,"
                + " and needs 1.0 GB of disk meanwhile)?");
    assertThat(plan.fault().orElseThrow().remedy()).isEqualTo("Bring it here.");
  }

  @Test
  void nothingMissingIsNoPlan() {
    SetupPlan plan = SetupPlan.of(List.of(), RegistryStatus.UNKNOWN, BUILDS);
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.question()).isEmpty();
    assertThat(plan.fault()).isEmpty();
  }

  @Test
  void oneQuestionCoversEngineAndImages() {
    var none = new MissingEngine("No engine", "Run: deckhand setup", "docker.io");
    SetupPlan plan = SetupPlan.withoutEngine(none, List.of(NGINX), BUILDS);
    assertThat(plan.question())
        .isEqualTo(
            "Install the Docker engine (docker.io) and get the images for the labs (where no"
                + " registry answers, building them takes about 3 minutes the first time, fetches"
                + " 100 MB, and needs 1.0 GB of disk meanwhile)?");
  }

  @Test
  void aLessonWithoutALabLacksNothingWhereThereIsNoEngine() {
    var setup = new SetupRunner(MachineFixtures.of(root, Map.of(), false));
    assertThat(setup.plan(List.of(LabNeeds.NONE)).isEmpty()).isTrue();
  }

  @Test
  void theSubstituteOfAClusterCountsAsPresent() throws IOException {
    HostMachine hostMachine = MachineFixtures.debian(root, true);
    var answers =
        Map.of(
            "/_ping", "OK", "/info", "{}", "/images/" + CLUSTER + "/json", "{\"Id\":\"sha256:1\"}");
    try (var _ = FakeEngine.at(hostMachine.path("/var/run/docker.sock"), answers)) {
      var needs =
          new LabNeeds(Set.of(LabKind.KUBERNETES), List.of("nginx:1.30"), Set.of(), "default");
      SetupPlan plan = new SetupRunner(hostMachine).plan(List.of(needs));
      assertThat(plan.builds()).extracting(RequiredImage::name).containsExactly("nginx:1.30");
      assertThat(plan.unobtainable()).isEmpty();
    }
  }

  @Test
  void onlyALessonWithAnIngressWaitsForTheLargerCluster() throws IOException {
    HostMachine hostMachine = MachineFixtures.debian(root, true);
    Files.copy(
        Path.of("images/catalog.tsv"),
        hostMachine.imageFolder().resolve("catalog.tsv"),
        StandardCopyOption.REPLACE_EXISTING);
    var answers =
        Map.of(
            "/_ping", "OK", "/info", "{}", "/images/" + CLUSTER + "/json", "{\"Id\":\"sha256:1\"}");
    try (var _ = FakeEngine.at(hostMachine.path("/var/run/docker.sock"), answers)) {
      assertThat(new SetupRunner(hostMachine).plan(List.of(cluster(Ability.DNS))).isEmpty())
          .isTrue();
      SetupPlan plan = new SetupRunner(hostMachine).plan(List.of(cluster(Ability.INGRESS)));
      assertThat(plan.builds())
          .extracting(RequiredImage::substitute)
          .containsExactly(INGRESS_CLUSTER);
      assertThat(plan.question())
          .startsWith("Build the image " + INGRESS_CLUSTER + " (which takes");
      assertThat(plan.fault().orElseThrow().problem()).contains(INGRESS_CLUSTER);
    }
  }

  @Test
  void aPublishedClusterIsPulledOnceForAllLessons() {
    List<RequiredImage> both =
        RequiredImage.of(List.of(cluster(Ability.INGRESS)), LabImageChoice.of(Map.of()));
    SetupPlan plan = SetupPlan.of(both, RegistryStatus.REACHABLE, BUILDS);
    assertThat(plan.question()).isEqualTo("Pull the image rancher/k3s:v1.37.2-k3s1?");
  }

  private static LabNeeds cluster(Ability ability) {
    return new LabNeeds(Set.of(LabKind.KUBERNETES), List.of(), Set.of(ability), "default");
  }

  @Test
  void whoIsNotRootIsToldTheCommand() throws IOException {
    BuildableImages buildableImages = BuildableImages.of(MachineFixtures.debian(root, false));
    assertThat(buildableImages.images().rows()).isEmpty();
    assertThat(buildableImages.reason())
        .contains("Run: sudo ")
        .contains("labs/images/build --cache ");
  }
}
