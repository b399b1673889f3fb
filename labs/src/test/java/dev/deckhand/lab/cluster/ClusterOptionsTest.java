package dev.deckhand.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.ImageName;
import dev.deckhand.lesson.Ability;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClusterOptionsTest {

  @Test
  void whatALessonDoesNotNeedIsNotStarted() {
    assertThat(options(Set.of(Ability.DNS)).command())
        .contains("--disable=traefik", "--disable=metrics-server", "--disable=servicelb");
  }

  @Test
  void anIngressControllerGetsItsAddressFromTheLoadBalancer() {
    assertThat(options(Set.of(Ability.INGRESS)).command())
        .doesNotContain("--disable=traefik", "--disable=servicelb");
  }

  @Test
  void aLessonWaitsForTheServicesThatItNeeds() {
    assertThat(options(Set.of()).awaitedServices()).isEmpty();
    assertThat(options(Set.of(Ability.DNS, Ability.INGRESS, Ability.METRICS)).awaitedServices())
        .containsExactly("kube-dns", "traefik");
  }

  private static ClusterOptions options(Set<Ability> abilities) {
    var name = ImageName.of("rancher/k3s:v1.37.2-k3s1");
    var image = new HostImage(name, "deckhand/k3s:v1.37.2-k3s1", "sha256:1");
    return new ClusterOptions(image, null, "default", abilities, List.of(), false, 0, false);
  }
}
