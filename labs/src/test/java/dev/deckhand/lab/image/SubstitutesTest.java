package dev.deckhand.lab.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubstitutesTest {

  @Test
  void anOfficialImageHasOneOfOursByTheSameTag() {
    assertThat(Substitutes.BY_RULE.of(ImageName.of("nginx:1.27"))).contains("deckhand/nginx:1.27");
  }

  @Test
  void somebodysOwnImageHasNone() {
    assertThat(Substitutes.BY_RULE.of(ImageName.of("ghcr.io/acme/web:1"))).isEmpty();
    assertThat(Substitutes.BY_RULE.of(ImageName.of("acme/web:1"))).isEmpty();
  }

  @Test
  void theCatalogueKnowsBetterThanTheRule() {
    Substitutes listed =
        Substitutes.parse("# names\n\ndocker:dind\tdeckhand/engine:20.10\tengine\n");

    assertThat(listed.of(ImageName.of("docker:dind"))).contains("deckhand/engine:20.10");
    assertThat(listed.of(ImageName.of("redis:7"))).contains("deckhand/redis:7");
  }
}
