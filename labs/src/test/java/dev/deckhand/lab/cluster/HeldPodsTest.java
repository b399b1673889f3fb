package dev.deckhand.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lab.kube.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldPodsTest {

  private static final String MAP = "\"volumes\": [{\"configMap\": {\"name\": \"menu\"}}]";

  @ParameterizedTest
  @ValueSource(
      strings = {
        MAP,
        "\"volumes\": [{\"secret\": {\"secretName\": \"till\"}}]",
        "\"volumes\": [{\"projected\": {\"sources\": [{\"configMap\": {\"name\": \"menu\"}}]}}]",
        "\"volumes\": [{\"persistentVolumeClaim\": {\"claimName\": \"data\"}}]",
        "\"containers\": [{\"env\": [{\"valueFrom\": {\"configMapKeyRef\": {\"name\": \"a\"}}}]}]",
        "\"initContainers\": [{\"envFrom\": [{\"secretRef\": {\"name\": \"a\"}}]}]",
        "\"containers\": [{\"ports\": [{\"hostPort\": 80}]}]",
        "\"hostNetwork\": true",
      })
  void aPodIsHeldForWhatItsNodeKeepsByName(String spec) {
    assertThat(HeldPods.isHeld(pod("", "\"nodeName\": \"deckhand\", " + spec))).isTrue();
  }

  @Test
  void whatEveryPodHasIsNotHeld() {
    String root =
        "\"volumes\": [{\"projected\": {\"sources\": [{\"serviceAccountToken\": {}},"
            + " {\"configMap\": {\"name\": \"kube-root-ca.crt\"}}]}}]";

    assertThat(HeldPods.isHeld(pod("", "\"nodeName\": \"deckhand\", " + root))).isFalse();
  }

  @Test
  void aPodWithoutANodeIsNotHeld() {
    assertThat(HeldPods.isHeld(pod("", MAP))).isFalse();
  }

  @Test
  void onlyAFinalizerKeepsThePodThatItsNodeIsDoneWith() {
    String ended = ", \"deletionTimestamp\": \"now\", \"deletionGracePeriodSeconds\": 0";

    assertThat(HeldPods.isHeld(pod(ended, "\"nodeName\": \"deckhand\", " + MAP))).isFalse();
  }

  @Test
  void aPodThatEndsInItsOwnTimeIsHurried() {
    String slow = ", \"deletionTimestamp\": \"now\", \"deletionGracePeriodSeconds\": 30";
    String fast = ", \"deletionTimestamp\": \"now\", \"deletionGracePeriodSeconds\": 1";

    assertThat(HeldPods.isEnding(pod("", MAP))).isFalse();
    assertThat(HeldPods.isEnding(pod(slow, MAP))).isFalse();
    assertThat(HeldPods.isEnding(pod(fast, MAP))).isTrue();
  }

  private static ClusterInventory.Entry pod(String metadata, String spec) {
    String json =
        "{\"metadata\": {\"name\": \"cook\"%s}, \"spec\": {%s}}".formatted(metadata, spec);
    try {
      return new ClusterInventory.Entry(
          new ResourceKind("v1", "Pod", "pods", true), new JsonMapper().readTree(json));
    } catch (JsonProcessingException broken) {
      throw new AssertionError(json, broken);
    }
  }
}
