package dev.deckhand.check.document;

import dev.deckhand.check.schema.ApiSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of Kubernetes' own API groups; other groups may have any kind. */
final class KubernetesKinds {
  private static final Set<String> DECKHAND_GROUPS = Set.of("docker", "helm", "deckhand");

  /** Versions of groups that Kubernetes no longer has. */
  private static final Map<String, Set<String>> FORMER =
      Map.of(
          "extensions/v1beta1",
          Set.of(
              "DaemonSet",
              "Deployment",
              "Ingress",
              "NetworkPolicy",
              "PodSecurityPolicy",
              "ReplicaSet"));

  private final ApiSchema schema;

  KubernetesKinds(ApiSchema schema) {
    this.schema = schema;
  }

  /**
   * Returns the kinds of an apiVersion; empty if any kind may be in it.
   *
   * <p>A cluster may be older or newer than the schema: an alpha or beta version of a known group
   * may have every kind of the group.
   */
  Optional<List<String>> of(String apiVersion) {
    var kinds = new TreeSet<>(schema.kinds(apiVersion).keySet());
    kinds.addAll(FORMER.getOrDefault(apiVersion, Set.of()));
    if (!isStable(apiVersion)) {
      kinds.addAll(ofGroup(group(apiVersion)));
    }
    return kinds.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(kinds));
  }

  /**
   * Whether no cluster can serve an apiVersion: a stable version that a known group does not have,
   * or an unknown group without a dot (custom resources need a dot in their group).
   */
  boolean isUnservable(String apiVersion) {
    String group = group(apiVersion);
    boolean isKnown = !ofGroup(group).isEmpty();
    return schema.kinds(apiVersion).isEmpty()
        && !FORMER.containsKey(apiVersion)
        && (isKnown ? isStable(apiVersion) : !group.contains("."));
  }

  private static boolean isStable(String apiVersion) {
    return apiVersion.matches("(.*/)?v\\d+");
  }

  /** Returns the apiVersions that have a kind, in alphabetical order. */
  List<String> apiVersionsOf(String kind) {
    return apiVersions().stream()
        .filter(version -> schema.kinds(version).containsKey(kind))
        .toList();
  }

  /** Returns all known apiVersions, for suggestions. */
  List<String> apiVersions() {
    return List.copyOf(schema.apiVersions().keySet());
  }

  private Set<String> ofGroup(String group) {
    var kinds = new TreeSet<String>();
    schema
        .apiVersions()
        .forEach((version, known) -> {
          if (group(version).equals(group) && !DECKHAND_GROUPS.contains(group)) {
            kinds.addAll(known.keySet());
          }
        });
    return kinds;
  }

  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }
}
