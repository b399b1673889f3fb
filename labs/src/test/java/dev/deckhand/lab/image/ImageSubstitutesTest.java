package dev.deckhand.lab.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImageSubstitutesTest {

  @Test
  void anOfficialImageHasOneOfOursByTheSameTag() {
    assertThat(ImageSubstitutes.BY_RULE.find(ImageName.of("nginx:1.30")))
        .contains("deckhand/nginx:1.30");
  }

  @Test
  void somebodysOwnImageHasNone() {
    assertThat(ImageSubstitutes.BY_RULE.find(ImageName.of("ghcr.io/acme/web:1"))).isEmpty();
    assertThat(ImageSubstitutes.BY_RULE.find(ImageName.of("acme/web:1"))).isEmpty();
    assertThat(ImageSubstitutes.BY_RULE.find(ImageName.of("nginx@sha256:0a1b"))).isEmpty();
  }

  @Test
  void theCatalogueKnowsBetterThanTheRule() {
    ImageSubstitutes listed =
        DefaultImages.parse("# names\n\ndocker:dind\tdeckhand/engine:dind\tengine\n").substitutes();

    assertThat(listed.find(ImageName.of("docker:dind"))).contains("deckhand/engine:dind");
    assertThat(listed.find(ImageName.of("redis:8"))).contains("deckhand/redis:8");
  }
}
