package dev.deckhand.lab.schema;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes the schema of Kubernetes' own kinds from the classes of Fabric8's model. */
final class KubernetesSchema {

  /** What a cluster of ours serves and keeps; others in the model are gone, or mere questions. */
  private static final Set<String> GROUPS =
      Set.of(
          "",
          "admissionregistration.k8s.io",
          "apiextensions.k8s.io",
          "apiregistration.k8s.io",
          "apps",
          "autoscaling",
          "batch",
          "certificates.k8s.io",
          "coordination.k8s.io",
          "discovery.k8s.io",
          "events.k8s.io",
          "flowcontrol.apiserver.k8s.io",
          "gateway.networking.k8s.io",
          "metrics.k8s.io",
          "networking.k8s.io",
          "node.k8s.io",
          "policy",
          "rbac.authorization.k8s.io",
          "resource.k8s.io",
          "scheduling.k8s.io",
          "storage.k8s.io");

  /** Put to an object by way of a part of it, and never kept themselves. */
  private static final Set<String> NOT_KEPT = Set.of("Binding", "Eviction", "Scale");

  private static final String HEAD =
      """
      # The fields of Kubernetes' own kinds, from the classes of Fabric8's Kubernetes model.
      # Written by a test, not by hand: mvn -pl labs -am test -Dtest=KubernetesSchemaTest \
      -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=true
      # apiVersion=Kind..., Type=field:type...; [] is a list of, {} a map of; amount is a text or a number.
      """;

  private KubernetesSchema() {}

  static List<Class<? extends HasMetadata>> kinds() {
    List<Class<? extends HasMetadata>> kept = new ArrayList<>();
    for (var provider : ServiceLoader.load(KubernetesResource.class).stream().toList()) {
      if (ModelTypes.isKept(provider.type())) {
        Class<? extends HasMetadata> type = provider.type().asSubclass(HasMetadata.class);
        if (GROUPS.contains(HasMetadata.getGroup(type))
            && !NOT_KEPT.contains(HasMetadata.getKind(type))) {
          kept.add(type);
        }
      }
    }
    return kept.stream().filter(type -> !hasSettled(type, kept)).toList();
  }

  /** Whether a kind of an alpha or beta version has come into a version that stays. */
  private static boolean hasSettled(
      Class<? extends HasMetadata> type, List<Class<? extends HasMetadata>> all) {
    return isEarly(type)
        && all.stream()
            .anyMatch(other ->
                !isEarly(other)
                    && HasMetadata.getGroup(other).equals(HasMetadata.getGroup(type))
                    && HasMetadata.getKind(other).equals(HasMetadata.getKind(type)));
  }

  private static boolean isEarly(Class<? extends HasMetadata> type) {
    return HasMetadata.getVersion(type).matches(".*(alpha|beta).*");
  }

  static String text() {
    List<Class<? extends HasMetadata>> kinds = kinds();
    var types = new ModelTypes(kinds);
    Map<String, Set<String>> byVersion = new TreeMap<>();
    for (Class<? extends HasMetadata> type : kinds) {
      String kind = HasMetadata.getKind(type);
      String name = types.word(type);
      byVersion
          .computeIfAbsent(HasMetadata.getApiVersion(type), version -> new TreeSet<>())
          .add(name.equals(kind) ? kind : kind + ":" + name);
    }
    Stream<String> versions =
        byVersion.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + String.join(" ", entry.getValue()));
    return HEAD
        + String.join("\n", Stream.concat(versions, types.lines().stream()).toList())
        + "\n";
  }
}
