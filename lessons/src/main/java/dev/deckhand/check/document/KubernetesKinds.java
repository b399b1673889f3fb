package dev.deckhand.check.document;

import dev.deckhand.check.schema.ApiSchema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of Kubernetes' own API groups; other groups may have any. */
final class KubernetesKinds {
  private static final Set<String> DECKHAND_GROUPS = Set.of("docker", "helm", "deckhand");

  private final ApiSchema schema;

  KubernetesKinds(ApiSchema schema) {
    this.schema = schema;
  }

  /**
   * Returns the kinds of an apiVersion, or nothing where any kind may be.
   *
   * <p>A cluster may be newer than what is known here: an alpha or beta version of a known group,
   * which nobody knows, has the kinds of the whole group.
   */
  Optional<List<String>> of(String apiVersion) {
    Set<String> kinds = schema.kinds(apiVersion).keySet();
    if (kinds.isEmpty()) {
      kinds = ofGroup(group(apiVersion));
    }
    return kinds.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(kinds));
  }

  /**
   * Whether no cluster can serve an apiVersion: a lasting version that a known group does not have,
   * or a group that is nobody's (Kubernetes wants a dot in the group of a custom resource).
   */
  boolean isUnservable(String apiVersion) {
    String group = group(apiVersion);
    boolean isKnown = !ofGroup(group).isEmpty();
    return schema.kinds(apiVersion).isEmpty()
        && (isKnown ? apiVersion.matches(".*v\\d+") : !group.contains("."));
  }

  /** Returns the apiVersions that have a kind, in the order of the alphabet. */
  List<String> apiVersionsOf(String kind) {
    return apiVersions().stream()
        .filter(version -> schema.kinds(version).containsKey(kind))
        .toList();
  }

  /** Returns apiVersions that authors use, for the nearest name. */
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
