package dev.deckhand.lab.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.start.LabSettings;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Tenancy;
import dev.deckhand.lesson.VersionConstraint;
import dev.deckhand.lesson.VersionedTool;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequiredImageTest {

  private static LabNeeds needs(Map<VersionedTool, VersionConstraint> versions) {
    return new LabNeeds(
        Set.of(LabKind.KUBERNETES), List.of(), Set.of(), "default", Tenancy.OWN, versions);
  }

  @Test
  void aLessonThatNeedsHelmNeedsItsImageOrOurCluster() {
    var helm = Map.of(VersionedTool.HELM, VersionConstraint.parse(">=4").orElseThrow());

    assertThat(RequiredImage.of(List.of(needs(Map.of()))))
        .extracting(RequiredImage::name)
        .containsExactly(LabSettings.CLUSTER_IMAGE);
    assertThat(RequiredImage.of(List.of(needs(helm))))
        .contains(
            new RequiredImage(
                LabSettings.HELM_IMAGE,
                LabSettings.CLUSTER_SUBSTITUTE,
                Set.of(LabKind.KUBERNETES)));
  }
}
