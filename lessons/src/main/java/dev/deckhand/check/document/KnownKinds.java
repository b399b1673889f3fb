package dev.deckhand.check.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of Kubernetes' own API groups; other groups may have any. */
final class KnownKinds {
  private static final Map<String, List<String>> BY_GROUP =
      Map.ofEntries(
          Map.entry(
              "",
              List.of(
                  "ComponentStatus",
                  "ConfigMap",
                  "Endpoints",
                  "Event",
                  "LimitRange",
                  "Namespace",
                  "Node",
                  "PersistentVolume",
                  "PersistentVolumeClaim",
                  "Pod",
                  "PodTemplate",
                  "ReplicationController",
                  "ResourceQuota",
                  "Secret",
                  "Service",
                  "ServiceAccount")),
          Map.entry(
              "apps",
              List.of(
                  "ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet")),
          Map.entry("batch", List.of("CronJob", "Job")),
          Map.entry("autoscaling", List.of("HorizontalPodAutoscaler")),
          Map.entry("policy", List.of("PodDisruptionBudget", "PodSecurityPolicy")),
          Map.entry(
              "networking.k8s.io",
              List.of("Ingress", "IngressClass", "IPAddress", "NetworkPolicy", "ServiceCIDR")),
          Map.entry(
              "rbac.authorization.k8s.io",
              List.of("ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding")));

  private KnownKinds() {}

  /** Returns the kinds of an apiVersion, or nothing where any kind may be. */
  static Optional<List<String>> of(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return Optional.ofNullable(BY_GROUP.get(slash < 0 ? "" : apiVersion.substring(0, slash)));
  }

  /** Returns apiVersions that authors use, for the nearest name. */
  static List<String> apiVersions() {
    return Stream.concat(
            Stream.of("v1", "docker/v1"),
            BY_GROUP.keySet().stream()
                .filter(group -> !group.isEmpty())
                .map(group -> group + "/v1"))
        .sorted()
        .toList();
  }
}
