package dev.deckhand.lab.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.image.DefaultImages;
import dev.deckhand.lab.image.LabImage;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabImageChoiceTest {

  @Test
  void labsRunOnTheDefaultsUnlessOthersAreChosen() {
    LabImageChoice defaults = LabImageChoice.of(Map.of("DECKHAND_ENGINE_IMAGE", ""));
    assertThat(defaults.cluster()).isEqualTo(DefaultImages.bundled().lab(DefaultImages.CLUSTER));
    assertThat(defaults.engine()).isEqualTo(DefaultImages.bundled().lab(DefaultImages.ENGINE));
    assertThat(defaults.engine().substitute()).isEqualTo("deckhand/engine:dind");
  }

  @Test
  void aChosenImageIsTheOneThatIsUsed() {
    LabImageChoice choice =
        LabImageChoice.of(
            Map.of(
                "DECKHAND_CLUSTER_IMAGE", "rancher/k3s:v1.35.1-k3s1",
                "DECKHAND_ENGINE_IMAGE", "docker:29-dind"));
    assertThat(choice.cluster()).isEqualTo(LabImage.chosen("rancher/k3s:v1.35.1-k3s1"));
    assertThat(choice.engine()).isEqualTo(LabImage.chosen("docker:29-dind"));
    assertThat(choice.clusterFor(needs(Ability.INGRESS))).isEqualTo(choice.cluster());
    assertThat(choice.clusterImages(needs(Ability.INGRESS))).containsExactly(choice.cluster());
  }

  @Test
  void onlyAClusterWithAnIngressControllerTakesTheLargerImage() {
    LabImageChoice choice = LabImageChoice.of(Map.of());
    LabImage larger = DefaultImages.bundled().lab(DefaultImages.INGRESS_CLUSTER);
    assertThat(choice.clusterFor(needs(Ability.DNS, Ability.LOADBALANCER, Ability.METRICS)))
        .isEqualTo(choice.cluster());
    assertThat(choice.clusterImages(needs(Ability.DNS))).containsExactly(choice.cluster());
    assertThat(choice.clusterFor(needs(Ability.DNS, Ability.INGRESS))).isEqualTo(larger);
    assertThat(choice.clusterImages(needs(Ability.INGRESS)))
        .containsExactly(choice.cluster(), larger);
    assertThat(larger.name()).isEqualTo(choice.cluster().name());
  }

  private static LabNeeds needs(Ability... abilities) {
    return new LabNeeds(Set.of(LabKind.KUBERNETES), List.of(), Set.of(abilities), "default");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Docker:29", "docker 29", "-x", "docker:", "a//b", "docker:29/..", "k3s;ls"})
  void whatIsNoImageIsRefusedWithTheVariablesName(String value) {
    assertThatThrownBy(() -> LabImageChoice.of(Map.of("DECKHAND_ENGINE_IMAGE", value)))
        .isInstanceOfSatisfying(
            LabFault.class,
            fault -> {
              assertThat(fault.problem()).contains("DECKHAND_ENGINE_IMAGE", value);
              assertThat(fault.remedy()).contains("docker:28-dind");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker",
        "docker:29-dind",
        "localhost:5000/a/b:1",
        "ghcr.io/owner/app:v1.2_3",
        "rancher/k3s@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      })
  void namesOfImagesAreAccepted(String value) {
    assertThat(LabImageChoice.isImageName(value)).isTrue();
  }
}
