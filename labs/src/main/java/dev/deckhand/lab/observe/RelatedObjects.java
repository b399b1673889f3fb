package dev.deckhand.lab.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.kube.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds what belongs to an object: its Pods, its events, who else is in its namespace. */
record RelatedObjects(ClusterReader reader) {

  private static final ResourceKind PODS = new ResourceKind("v1", "Pod", "pods", true);
  private static final ResourceKind REPLICA_SETS =
      new ResourceKind("apps/v1", "ReplicaSet", "replicasets", true);
  private static final ResourceKind EVENTS = new ResourceKind("v1", "Event", "events", true);

  /** Returns the Pods that a workload owns, itself or through its ReplicaSets. */
  List<JsonNode> podsOf(JsonNode workload) {
    var owners = new ArrayList<String>();
    owners.add(ClusterReader.metadata(workload, "uid"));
    replicaSetsOf(workload).forEach(set -> owners.add(ClusterReader.metadata(set, "uid")));
    return pods(workload).stream().filter(pod -> owners.contains(owner(pod))).toList();
  }

  /** Returns the Pods of an object's namespace, oldest first. */
  List<JsonNode> pods(JsonNode object) {
    return inNamespaceOf(object, PODS);
  }

  private List<JsonNode> replicaSetsOf(JsonNode workload) {
    String uid = ClusterReader.metadata(workload, "uid");
    return workload.path("kind").asText().equals("Deployment")
        ? inNamespaceOf(workload, REPLICA_SETS).stream()
            .filter(set -> owner(set).equals(uid))
            .toList()
        : List.of();
  }

  /** Returns why Pods were refused to a workload: a quota, a limit, a webhook. */
  List<String> creationFailures(JsonNode workload) {
    return Stream.concat(Stream.of(workload), replicaSetsOf(workload).stream())
        .flatMap(owner -> events(owner, "FailedCreate").stream())
        .map(event -> SentenceFormatter.format(creationFailure(event.path("message").asText())))
        .distinct()
        .toList();
  }

  /** {@code Error creating: pods "web-7d9-x" is forbidden: exceeded quota: ...}. */
  private static String creationFailure(String message) {
    int forbidden = message.indexOf("is forbidden:");
    return forbidden < 0
        ? message
        : "A Pod was refused:" + message.substring(forbidden + "is forbidden:".length());
  }

  /** Returns an object's events of one reason. */
  List<JsonNode> events(JsonNode object, String reason) {
    String selector =
        "involvedObject.uid=" + ClusterReader.metadata(object, "uid") + ",reason=" + reason;
    String path =
        EVENTS.collectionPath(ClusterReader.metadata(object, "namespace"))
            + "?fieldSelector="
            + ResourceKind.urlEncode(selector);
    var events = new ArrayList<JsonNode>();
    reader.api().get(path).path("items").forEach(events::add);
    return events;
  }

  private List<JsonNode> inNamespaceOf(JsonNode object, ResourceKind resourceKind) {
    String path = resourceKind.collectionPath(ClusterReader.metadata(object, "namespace"));
    return ClusterReader.ordered(ClusterReader.items(reader.api().get(path), resourceKind));
  }

  private static String owner(JsonNode object) {
    return object.path("metadata").path("ownerReferences").path(0).path("uid").asText();
  }
}
