package dev.deckhand.lab.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DefaultImagesTest {

  private static final String LIST =
      """
      # what there is

      rancher/k3s:v1.37.2-k3s1\tdeckhand/k3s:v1.37.2-k3s1\tk3s
      deckhand/k3s-traefik:1\tdeckhand/k3s-traefik:1\ttraefik\trancher/k3s:v1.37.2-k3s1
      docker:dind\tdeckhand/engine:dind\tengine\tdocker:28-dind
      nginx:1.30\tdeckhand/nginx:1.30\tnginx
      alpine/helm:4.3.2\t-\t-
      """;

  @Test
  void theListInTheProgramIsTheOneThatImagesAreBuiltFrom() throws Exception {
    assertThat(DefaultImages.bundled())
        .isEqualTo(DefaultImages.parse(Files.readString(Path.of("images/catalog.tsv"))));
  }

  @Test
  void everyRowHasARecipeAndATagOfOurOwn() {
    assertThat(DefaultImages.bundled().rows())
        .filteredOn(DefaultImages.Row::isBuilt)
        .isNotEmpty()
        .allSatisfy(row -> {
          assertThat(Path.of("images", row.recipe(), "recipe")).exists();
          assertThat(row.tag()).startsWith("deckhand/");
          // what no lesson names has no name but its tag
          if (!row.name().equals(row.tag())) {
            assertThat(row.name()).doesNotStartWith("deckhand/").contains(":");
          }
          assertThat(row.published()).doesNotStartWith("deckhand/").contains(":");
        });
  }

  @Test
  void everyNameAndEveryTagIsListedOnce() {
    assertThat(DefaultImages.bundled().rows())
        .extracting(DefaultImages.Row::name)
        .doesNotHaveDuplicates();
    assertThat(DefaultImages.bundled().rows())
        .filteredOn(DefaultImages.Row::isBuilt)
        .extracting(DefaultImages.Row::tag)
        .doesNotHaveDuplicates();
  }

  @Test
  void theListSaysWhenItWasReviewed() throws Exception {
    assertThat(Files.readString(Path.of("images/catalog.tsv")))
        .containsPattern("as of \\d{4}-\\d{2}-\\d{2}");
  }

  @Test
  void aLabRunsThePublishedImageOrItsSubstitute() {
    DefaultImages images = DefaultImages.parse(LIST);
    assertThat(images.lab(DefaultImages.CLUSTER))
        .isEqualTo(new LabImage("rancher/k3s:v1.37.2-k3s1", "deckhand/k3s:v1.37.2-k3s1"));
    assertThat(images.lab(DefaultImages.INGRESS_CLUSTER))
        .isEqualTo(new LabImage("rancher/k3s:v1.37.2-k3s1", "deckhand/k3s-traefik:1"));
    assertThat(images.lab(DefaultImages.ENGINE))
        .isEqualTo(new LabImage("docker:28-dind", "deckhand/engine:dind"));
  }

  @Test
  void anImageThatLessonsNameHasASubstituteButTheClusterHasNone() {
    ImageSubstitutes substitutes = DefaultImages.parse(LIST).substitutes();
    assertThat(substitutes.find(ImageName.of("docker:dind"))).contains("deckhand/engine:dind");
    assertThat(substitutes.find(ImageName.of("rancher/k3s:v1.37.2-k3s1"))).isEmpty();
  }

  @Test
  void theClustersOfOurOwnAreKnownByTheirTags() {
    DefaultImages images = DefaultImages.parse(LIST);
    assertThat(images.isOwnCluster("deckhand/k3s:v1.37.2-k3s1")).isTrue();
    assertThat(images.isOwnCluster("deckhand/k3s-traefik:1")).isTrue();
    assertThat(images.isOwnCluster("rancher/k3s:v1.37.2-k3s1")).isFalse();
    assertThat(images.isOwnCluster("deckhand/engine:dind")).isFalse();
    assertThat(images.substitutes().catalogue()).containsOnlyKeys("docker:dind", "nginx:1.30");
  }

  @Test
  void anImageThatIsOnlyPulledHasNoSubstitute() {
    DefaultImages images = DefaultImages.parse(LIST);
    assertThat(images.ofRepository("alpine/helm").isBuilt()).isFalse();
    assertThat(images.substitutes().find(ImageName.of("alpine/helm:4.3.2"))).isEmpty();
  }

  @Test
  void aListWithoutALabsOwnImageIsABug() {
    DefaultImages none = DefaultImages.parse("nginx:1.30\tdeckhand/nginx:1.30\tnginx\n");
    assertThatThrownBy(() -> none.lab(DefaultImages.CLUSTER))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("k3s");
  }

  @Test
  void nothingStandsInForAChosenImage() {
    LabImage chosen = LabImage.chosen("rancher/k3s:v1.35.1-k3s1");
    assertThat(chosen.localTag(_ -> true)).contains("rancher/k3s:v1.35.1-k3s1");
    assertThat(chosen.localTag("deckhand/k3s:v1.37.2-k3s1"::equals)).isEmpty();
  }
}
