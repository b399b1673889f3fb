package dev.deckhand.lab.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupPlanTest {

  private static final WantedImage NGINX =
      new WantedImage("nginx:1.27", "deckhand/nginx:1.27", Set.of(LabKind.DOCKER));
  private static final WantedImage OTHER =
      new WantedImage("ghcr.io/some/app:1", "", Set.of(LabKind.DOCKER));
  private static final Builds BUILDS = new Builds(Set.of("deckhand/nginx:1.27"), "Bring it here.");

  @TempDir Path root;

  @Test
  void aRegistryThatAnswersIsPulledFrom() {
    SetupPlan plan = SetupPlan.of(null, List.of(NGINX, OTHER), RegistryFact.ANSWERS, BUILDS);
    assertThat(plan.pulls()).containsExactly(NGINX, OTHER);
    assertThat(plan.isUrgent()).isFalse();
    assertThat(plan.offer()).isEqualTo("Pull 2 images?");
  }

  @Test
  void withoutARegistryWhatHasARecipeIsBuiltAndTheRestIsSaid() {
    SetupPlan plan = SetupPlan.of(null, List.of(NGINX, OTHER), RegistryFact.SILENT, BUILDS);
    assertThat(plan.builds()).containsExactly(NGINX);
    assertThat(plan.beyond()).containsExactly(OTHER);
    assertThat(plan.offer()).startsWith("Build the image nginx:1.27 ");
    assertThat(plan.fault().orElseThrow().next()).isEqualTo("Bring it here.");
  }

  @Test
  void nothingMissingIsNoPlan() {
    SetupPlan plan = SetupPlan.of(null, List.of(), RegistryFact.UNKNOWN, BUILDS);
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.offer()).isEmpty();
    assertThat(plan.fault()).isEmpty();
  }

  @Test
  void oneQuestionCoversEngineAndImages() {
    var none = new NoEngine("No engine", "Run: deckhand setup", "docker.io");
    SetupPlan plan = SetupPlan.of(none, List.of(), RegistryFact.UNKNOWN, BUILDS);
    assertThat(plan.offer())
        .isEqualTo("Install the Docker engine (docker.io) and get the images for the labs?");
  }

  @Test
  void aLessonWithoutALabLacksNothingWhereThereIsNoEngine() {
    var setup = new SetupRun(Machines.of(root, Map.of(), false));
    assertThat(setup.plan(List.of(LabNeeds.NONE)).isEmpty()).isTrue();
  }

  @Test
  void theSubstituteOfAClusterCountsAsPresent() throws IOException {
    Machine machine = Machines.debian(root, true);
    var answers =
        Map.of(
            "/_ping", "OK",
            "/info", "{}",
            "/images/deckhand/k3s:v1.20.2-k3s1/json", "{\"Id\":\"sha256:1\"}");
    try (var _ = FakeEngine.at(machine.at("/var/run/docker.sock"), answers)) {
      var needs =
          new LabNeeds(Set.of(LabKind.KUBERNETES), List.of("nginx:1.27"), Set.of(), "default");
      SetupPlan plan = new SetupRun(machine).plan(List.of(needs));
      assertThat(plan.builds()).extracting(WantedImage::name).containsExactly("nginx:1.27");
      assertThat(plan.beyond()).isEmpty();
    }
  }

  @Test
  void whoIsNotRootIsToldTheCommand() throws IOException {
    Builds builds = Builds.on(Machines.debian(root, false));
    assertThat(builds.tags()).isEmpty();
    assertThat(builds.why()).contains("Run: sudo ").contains("labs/images/build --cache ");
  }
}
