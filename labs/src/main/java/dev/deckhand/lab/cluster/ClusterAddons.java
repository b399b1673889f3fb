package dev.deckhand.lab.cluster;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Recognizes what k3s itself deploys: DNS, metrics, Traefik. Some of it comes when the cluster has
 * long been ready for a lesson.
 */
final class ClusterAddons {

  private static final String NAMESPACE = "kube-system";

  private ClusterAddons() {}

  /** Whether k3s deployed an object, from a manifest or as a chart. */
  static boolean deployed(JsonNode object) {
    JsonNode metadata = object.path("metadata");
    return isApplied(metadata) || isOfChart(metadata);
  }

  private static boolean isApplied(JsonNode metadata) {
    // the deploy controller writes as deploy@NODE, and labels what it writes
    return metadata.path("labels").has("objectset.rio.cattle.io/hash")
        || metadata
            .path("managedFields")
            .valueStream()
            .anyMatch(writer -> writer.path("manager").asText().startsWith("deploy@"));
  }

  private static boolean isOfChart(JsonNode metadata) {
    JsonNode annotations = metadata.path("annotations");
    boolean release =
        metadata.path("namespace").asText().equals(NAMESPACE)
            && metadata.path("labels").path("owner").asText().equals("helm");
    return release || annotations.path("meta.helm.sh/release-namespace").asText().equals(NAMESPACE);
  }
}
