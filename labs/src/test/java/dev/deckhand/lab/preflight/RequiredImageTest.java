package dev.deckhand.lab.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.start.LabImageChoice;
import dev.deckhand.lab.start.LabSettings;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Tenancy;
import dev.deckhand.lesson.version.VersionConstraint;
import dev.deckhand.lesson.version.VersionedTool;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequiredImageTest {

  private static final LabImageChoice OWN = LabImageChoice.of(Map.of());

  private static LabNeeds needs(Map<VersionedTool, VersionConstraint> versions) {
    return new LabNeeds(
        Set.of(LabKind.KUBERNETES), List.of(), Set.of(), "default", Tenancy.OWN, versions);
  }

  @Test
  void aLessonWithAnIngressNeedsTheClustersImageAndTheOneOverIt() {
    LabNeeds ingress =
        new LabNeeds(Set.of(LabKind.KUBERNETES), List.of(), Set.of(Ability.INGRESS), "default");
    String larger = OWN.ingressCluster().substitute();

    List<RequiredImage> images = RequiredImage.of(List.of(needs(Map.of()), ingress), OWN);

    assertThat(images)
        .extracting(RequiredImage::substitute)
        .containsExactly(OWN.cluster().substitute(), larger);
    assertThat(images)
        .extracting(RequiredImage::title)
        .containsExactly(OWN.cluster().name(), larger);
    var chosen = LabImageChoice.of(Map.of("DECKHAND_CLUSTER_IMAGE", "rancher/k3s:v1.35.1-k3s1"));
    assertThat(RequiredImage.of(List.of(ingress), chosen))
        .extracting(RequiredImage::title)
        .containsExactly("rancher/k3s:v1.35.1-k3s1");
  }

  @Test
  void aLessonThatNeedsHelmNeedsItsImageOrOurCluster() {
    var helm = Map.of(VersionedTool.HELM, VersionConstraint.parse(">=4").orElseThrow());

    assertThat(RequiredImage.of(List.of(needs(Map.of())), OWN))
        .extracting(RequiredImage::name)
        .containsExactly(OWN.cluster().name());
    assertThat(RequiredImage.of(List.of(needs(helm)), OWN))
        .contains(
            new RequiredImage(
                LabSettings.HELM_IMAGE, OWN.cluster().substitute(), Set.of(LabKind.KUBERNETES)));
  }
}
