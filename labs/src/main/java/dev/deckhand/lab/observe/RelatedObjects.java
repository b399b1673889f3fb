package dev.deckhand.lab.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.kube.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds what belongs to an object: its Pods, its events, who else is in its namespace. */
record RelatedObjects(ClusterSight sight) {

  private static final Kind PODS = new Kind("v1", "Pod", "pods", true);
  private static final Kind SETS = new Kind("apps/v1", "ReplicaSet", "replicasets", true);
  private static final Kind EVENTS = new Kind("v1", "Event", "events", true);

  /** Returns the Pods that a workload owns, itself or through its ReplicaSets. */
  List<JsonNode> podsOf(JsonNode workload) {
    var owners = new ArrayList<String>();
    owners.add(ClusterSight.meta(workload, "uid"));
    replicaSetsOf(workload).forEach(set -> owners.add(ClusterSight.meta(set, "uid")));
    return pods(workload).stream().filter(pod -> owners.contains(owner(pod))).toList();
  }

  /** Returns the Pods of an object's namespace, oldest first. */
  List<JsonNode> pods(JsonNode object) {
    return inNamespaceOf(object, PODS);
  }

  private List<JsonNode> replicaSetsOf(JsonNode workload) {
    String uid = ClusterSight.meta(workload, "uid");
    return workload.path("kind").asText().equals("Deployment")
        ? inNamespaceOf(workload, SETS).stream().filter(set -> owner(set).equals(uid)).toList()
        : List.of();
  }

  /** Returns why Pods were refused to a workload: a quota, a limit, a webhook. */
  List<String> refusals(JsonNode workload) {
    return Stream.concat(Stream.of(workload), replicaSetsOf(workload).stream())
        .flatMap(owner -> events(owner, "FailedCreate").stream())
        .map(event -> Sentences.of(refusal(event.path("message").asText())))
        .distinct()
        .toList();
  }

  /** {@code Error creating: pods "web-7d9-x" is forbidden: exceeded quota: ...}. */
  private static String refusal(String message) {
    int forbidden = message.indexOf("is forbidden:");
    return forbidden < 0
        ? message
        : "A Pod was refused:" + message.substring(forbidden + "is forbidden:".length());
  }

  /** Returns an object's events of one reason. */
  List<JsonNode> events(JsonNode object, String reason) {
    String selector =
        "involvedObject.uid=" + ClusterSight.meta(object, "uid") + ",reason=" + reason;
    String path =
        EVENTS.collection(ClusterSight.meta(object, "namespace"))
            + "?fieldSelector="
            + Kind.quoted(selector);
    var events = new ArrayList<JsonNode>();
    sight.api().get(path).path("items").forEach(events::add);
    return events;
  }

  private List<JsonNode> inNamespaceOf(JsonNode object, Kind kind) {
    String path = kind.collection(ClusterSight.meta(object, "namespace"));
    return ClusterSight.ordered(ClusterSight.items(sight.api().get(path), kind));
  }

  private static String owner(JsonNode object) {
    return object.path("metadata").path("ownerReferences").path(0).path("uid").asText();
  }
}
