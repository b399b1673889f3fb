package dev.deckhand.lab.observe.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.schema.ApiSchema;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.api.VersionNotServed;
import dev.deckhand.lab.kube.Discovery;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.ResourceKind;
import dev.deckhand.lab.observe.JsonNodeConverter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a cluster's objects, as its API server returns them.
 *
 * @param namespace the lesson's, for subjects that name none
 */
public record ClusterReader(KubeApi api, Discovery discovery, String namespace) {

  /** Never throws. */
  public Observation observe(KubernetesObject subject) {
    try {
      return snapshot(subject, objects(subject));
    } catch (ApiException failure) {
      return failure.observation();
    }
  }

  /**
   * Returns the observation of objects. If they come in another version than the subject names, and
   * have fields that the named version doesn't have, nothing is known: the same name may mean
   * something else.
   */
  static Observation snapshot(KubernetesObject subject, Collection<JsonNode> objects) {
    return snapshotOfNodes(
        subject, ordered(objects).stream().map(JsonNodeConverter::toNode).toList());
  }

  /** The same of objects that are ordered and converted. */
  static Observation snapshotOfNodes(KubernetesObject subject, List<DataNode> nodes) {
    for (DataNode node : nodes) {
      if (node.at("apiVersion") instanceof DataNode.Text(var served)
          && !served.equals(subject.apiVersion())
          && !new ApiSchema().hasAllFields(subject.apiVersion(), subject.kind(), node)) {
        return new VersionNotServed(subject.apiVersion(), subject.kind(), List.of(served))
            .observation();
      }
    }
    return new Observation.Snapshot(nodes);
  }

  /** Returns the objects; empty if the kind isn't installed. */
  List<JsonNode> objects(KubernetesObject subject) {
    Optional<ResourceKind> resourceKind = discovery.find(subject.apiVersion(), subject.kind());
    return resourceKind.isEmpty() ? List.of() : objects(subject, resourceKind.get());
  }

  private List<JsonNode> objects(KubernetesObject subject, ResourceKind resourceKind) {
    String name = subject.name();
    if (name != null) {
      return api.find(resourceKind.objectPath(namespaceOf(subject), name)).stream().toList();
    }
    String path = resourceKind.collectionPath(namespaceOf(subject)) + "?" + selector(subject);
    return api.find(path).map(list -> items(list, resourceKind)).orElse(List.of());
  }

  String namespaceOf(KubernetesObject subject) {
    String own = subject.namespace();
    return own == null ? namespace : own;
  }

  /** Returns the query that selects a subject's objects in their collection. */
  static String selector(KubernetesObject subject) {
    String name = subject.name();
    if (name != null) {
      return "fieldSelector=" + ResourceKind.urlEncode("metadata.name=" + name);
    }
    Map<String, String> labels = subject.labels();
    return labels.isEmpty()
        ? ""
        : "labelSelector="
            + ResourceKind.urlEncode(
                labels.entrySet().stream()
                    .map(label -> label.getKey() + "=" + label.getValue())
                    .sorted()
                    .collect(Collectors.joining(",")));
  }

  /** Whether the {@link #selector} of a subject selects an object. */
  static boolean selects(KubernetesObject subject, JsonNode object) {
    String name = subject.name();
    if (name != null) {
      return name.equals(metadata(object, "name"));
    }
    JsonNode labels = object.path("metadata").path("labels");
    return !object.isMissingNode()
        && subject.labels().entrySet().stream()
            .allMatch(label -> label.getValue().equals(labels.path(label.getKey()).textValue()));
  }

  /** Returns the items of a list, with their kind, which servers omit in lists. */
  static List<JsonNode> items(JsonNode list, ResourceKind resourceKind) {
    var items = new ArrayList<JsonNode>();
    for (JsonNode item : list.path("items")) {
      if (item instanceof ObjectNode object && !object.has("kind")) {
        object.put("apiVersion", resourceKind.apiVersion());
        object.put("kind", resourceKind.kind());
      }
      items.add(item);
    }
    return items;
  }

  /** Sorts objects, so that the order is always the same: oldest first, then by name. */
  static List<JsonNode> ordered(Collection<JsonNode> objects) {
    return objects.stream()
        .sorted(
            Comparator.comparing((JsonNode object) -> metadata(object, "creationTimestamp"))
                .thenComparing(object -> metadata(object, "namespace"))
                .thenComparing(object -> metadata(object, "name")))
        .toList();
  }

  static String metadata(JsonNode object, String field) {
    return object.path("metadata").path(field).asText();
  }
}
