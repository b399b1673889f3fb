package dev.deckhand.lab.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNameTest {

  @ParameterizedTest
  @CsvSource({
    "nginx:1.30, docker.io/library/nginx:1.30",
    "nginx, docker.io/library/nginx:latest",
    "deckhand/nginx:1.30, docker.io/deckhand/nginx:1.30",
    "ghcr.io/acme/web:2, ghcr.io/acme/web:2",
    "localhost:5000/web, localhost:5000/web:latest",
    "nginx@sha256:0a1b, docker.io/library/nginx@sha256:0a1b",
    "nginx:1.30@sha256:0a1b, docker.io/library/nginx@sha256:0a1b",
    "localhost:5000/web@sha256:0a1b, localhost:5000/web@sha256:0a1b",
  })
  void theFullNameHasWhatDockerLeavesOut(String written, String full) {
    assertThat(ImageName.of(written).full()).isEqualTo(full);
  }

  @Test
  void aDigestIsAVersion() {
    ImageName name = ImageName.of("ghcr.io/acme/web:2@sha256:0a1b");

    assertThat(name).isEqualTo(new ImageName("ghcr.io/acme/web", "sha256:0a1b"));
    assertThat(name.isDigest()).isTrue();
    assertThat(ImageName.of("localhost:5000/web").isDigest()).isFalse();
  }

  @Test
  void theRegistryIsTheFullNamesFirstPart() {
    assertThat(ImageName.of("nginx:1.30").registry()).isEqualTo("docker.io");
    assertThat(ImageName.of("localhost:5000/web").registry()).isEqualTo("localhost:5000");
  }
}
