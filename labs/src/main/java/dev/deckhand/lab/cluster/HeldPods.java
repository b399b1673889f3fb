package dev.deckhand.lab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Pods for which their node holds something until they have ended there: ConfigMaps and Secrets,
 * volumes, ports. A Pod that is deleted without a grace period is gone from the API server before
 * that, and the next one finds what is still held. A kubelet never reads an immutable ConfigMap
 * again as long as any Pod uses one of its name, even if it was deleted and created anew.
 */
final class HeldPods {

  /** The shortest grace period with which the record of a Pod stays until its node is done. */
  static final int GRACE_SECONDS = 1;

  private static final List<String> HELD =
      List.of(
          "configMapKeyRef",
          "configMapRef",
          "secret",
          "secretKeyRef",
          "secretRef",
          "imagePullSecrets",
          "persistentVolumeClaim",
          "hostPort");

  private HeldPods() {}

  /** Whether an object is a Pod that its node has to end first. */
  static boolean isHeld(ClusterInventory.Entry entry) {
    JsonNode spec = entry.object().path("spec");
    return entry.kind().kind().equals("Pod")
        && !hasEnded(entry)
        && !spec.path("nodeName").asText().isEmpty()
        && (spec.path("hostNetwork").asBoolean()
            || HELD.stream().anyMatch(field -> spec.findValue(field) != null)
            || usesConfigMapVolume(spec));
  }

  private static boolean usesConfigMapVolume(JsonNode spec) {
    // every Pod has that one, and it's always the same
    return spec.findValues("configMap").stream()
        .anyMatch(map -> !map.path("name").asText().equals("kube-root-ca.crt"));
  }

  /** Whether its node has let go of it: only a finalizer keeps its record. */
  private static boolean hasEnded(ClusterInventory.Entry pod) {
    return grace(pod) == 0;
  }

  /** Whether it's being deleted already, and as fast as its node can. */
  static boolean isEnding(ClusterInventory.Entry pod) {
    return grace(pod) <= GRACE_SECONDS;
  }

  private static int grace(ClusterInventory.Entry pod) {
    JsonNode metadata = pod.object().path("metadata");
    return metadata.has("deletionTimestamp")
        ? metadata.path("deletionGracePeriodSeconds").asInt()
        : Integer.MAX_VALUE;
  }
}
