package dev.deckhand.trace;

import java.util.Locale;
import java.util.Map;

/** The kinds of the resources in API paths. */
final class KindNames {

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("replicasets", "ReplicaSet"),
          Map.entry("statefulsets", "StatefulSet"),
          Map.entry("daemonsets", "DaemonSet"),
          Map.entry("cronjobs", "CronJob"),
          Map.entry("configmaps", "ConfigMap"),
          Map.entry("endpoints", "Endpoints"),
          Map.entry("endpointslices", "EndpointSlice"),
          Map.entry("ingresses", "Ingress"),
          Map.entry("ingressclasses", "IngressClass"),
          Map.entry("networkpolicies", "NetworkPolicy"),
          Map.entry("podsecuritypolicies", "PodSecurityPolicy"),
          Map.entry("persistentvolumes", "PersistentVolume"),
          Map.entry("persistentvolumeclaims", "PersistentVolumeClaim"),
          Map.entry("storageclasses", "StorageClass"),
          Map.entry("priorityclasses", "PriorityClass"),
          Map.entry("serviceaccounts", "ServiceAccount"),
          Map.entry("rolebindings", "RoleBinding"),
          Map.entry("clusterroles", "ClusterRole"),
          Map.entry("clusterrolebindings", "ClusterRoleBinding"),
          Map.entry("resourcequotas", "ResourceQuota"),
          Map.entry("limitranges", "LimitRange"),
          Map.entry("replicationcontrollers", "ReplicationController"),
          Map.entry("poddisruptionbudgets", "PodDisruptionBudget"),
          Map.entry("horizontalpodautoscalers", "HorizontalPodAutoscaler"),
          Map.entry("customresourcedefinitions", "CustomResourceDefinition"));

  private KindNames() {}

  /**
   * Returns {@code Deployment} for {@code deployments}; an unknown resource is put in the singular.
   */
  static String ofResource(String resource) {
    String known = KINDS.get(resource);
    if (known != null || resource.isEmpty()) {
      return known == null ? "" : known;
    }
    String one = resource.endsWith("s") ? resource.substring(0, resource.length() - 1) : resource;
    return one.substring(0, 1).toUpperCase(Locale.ROOT) + one.substring(1);
  }
}
