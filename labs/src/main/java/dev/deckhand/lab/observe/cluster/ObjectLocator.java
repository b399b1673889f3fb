package dev.deckhand.lab.observe.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.kube.ResourceKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for an object in other namespaces than the one where a check expects it. */
record ObjectLocator(ClusterReader reader) {
  private static final int MAX_OBJECTS = 50;

  /** Returns the other namespaces that such an object is in, in order. */
  private List<String> elsewhere(KubernetesObject subject) {
    Optional<ResourceKind> kind = reader.discovery().find(subject.apiVersion(), subject.kind());
    // an object without any name could be anything, like what the system itself has
    boolean isSelective = subject.name() != null || !subject.labels().isEmpty();
    if (kind.isEmpty() || !kind.get().namespaced() || !isSelective) {
      return List.of();
    }
    String path =
        kind.get().collectionPath(null)
            + "?limit="
            + MAX_OBJECTS
            + "&"
            + ClusterReader.selector(subject);
    return reader.api().find(path).stream()
        .flatMap(list -> namespaces(list.path("items")))
        .filter(namespace -> !namespace.equals(reader.namespaceOf(subject)))
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<String> namespaces(JsonNode items) {
    return items.valueStream().map(item -> ClusterReader.metadata(item, "namespace"));
  }

  /** Says where such an object is instead; nothing if it is nowhere. */
  List<String> sentence(KubernetesObject subject) {
    List<String> elsewhere = elsewhere(subject);
    return elsewhere.isEmpty()
        ? List.of()
        : List.of(
            "There is one in the namespace "
                + String.join(" and ", elsewhere)
                + ", but it should be in "
                + reader.namespaceOf(subject)
                + ".");
  }
}
