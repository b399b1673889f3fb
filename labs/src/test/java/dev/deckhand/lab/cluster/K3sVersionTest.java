package dev.deckhand.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class K3sVersionTest {

  @Test
  void readsTheMinorVersionFromATag() {
    assertThat(K3sVersion.ofTag("v1.20.2-k3s1").minor()).isEqualTo(20);
  }

  @Test
  void onlyCurrentKubeletsAreToldToRunUnderOldControlGroups() {
    assertThat(K3sVersion.ofTag("v1.34.9-k3s1").refusesCgroupV1()).isFalse();
    assertThat(K3sVersion.ofTag("v1.35.0-k3s1").refusesCgroupV1()).isTrue();
    assertThat(K3sVersion.ofTag("latest").refusesCgroupV1()).isTrue();
  }

  @Test
  void aKubectlMayBeOneVersionAway() {
    K3sVersion cluster = K3sVersion.ofTag("v1.33.4-k3s1");

    assertThat(cluster.supportsKubectl(32)).isTrue();
    assertThat(cluster.supportsKubectl(34)).isTrue();
    assertThat(cluster.supportsKubectl(35)).isFalse();
  }
}
