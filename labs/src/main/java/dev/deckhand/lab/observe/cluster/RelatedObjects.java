package dev.deckhand.lab.observe.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.kube.ResourceKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what belongs to an object: its Pods, its events, who else is in its namespace. */
record RelatedObjects(ClusterReader reader) {

  private static final ResourceKind PODS = new ResourceKind("v1", "Pod", "pods", true);
  private static final ResourceKind REPLICA_SETS =
      new ResourceKind("apps/v1", "ReplicaSet", "replicasets", true);
  private static final ResourceKind EVENTS = new ResourceKind("v1", "Event", "events", true);
  private static final String DEPLOYMENT_REVISION = "deployment.kubernetes.io/revision";

  /**
   * The Pods of a workload.
   *
   * @param current those that its controller made from the template as it is now
   * @param outdated those of an earlier template
   * @param owners the objects that make the current ones: the workload, and its ReplicaSet
   */
  record WorkloadPods(List<JsonNode> current, List<JsonNode> outdated, List<JsonNode> owners) {}

  /** Returns the Pods that a workload owns, itself or through its ReplicaSets. */
  WorkloadPods podsOf(JsonNode workload) {
    if (workload.path("kind").asText().equals("Deployment")) {
      return podsOfDeployment(workload);
    }
    List<JsonNode> owned = podsOwnedBy(workload, List.of(workload));
    return partition(owned, pod -> isCurrent(workload, pod), List.of(workload));
  }

  private WorkloadPods podsOfDeployment(JsonNode deployment) {
    List<JsonNode> sets =
        inNamespaceOf(deployment, REPLICA_SETS).stream()
            .filter(set -> owner(set).equals(ClusterReader.metadata(deployment, "uid")))
            .toList();
    List<JsonNode> current =
        sets.stream()
            .filter(set ->
                !isLagging(deployment)
                    && annotation(set, DEPLOYMENT_REVISION)
                        .equals(annotation(deployment, DEPLOYMENT_REVISION)))
            .toList();
    List<String> uids = current.stream().map(set -> ClusterReader.metadata(set, "uid")).toList();
    return partition(
        podsOwnedBy(deployment, sets),
        pod -> uids.contains(owner(pod)),
        Stream.concat(Stream.of(deployment), current.stream()).toList());
  }

  private static WorkloadPods partition(
      List<JsonNode> pods, Predicate<JsonNode> isCurrent, List<JsonNode> owners) {
    var sorted = pods.stream().collect(Collectors.partitioningBy(isCurrent));
    return new WorkloadPods(
        sorted.getOrDefault(true, List.of()), sorted.getOrDefault(false, List.of()), owners);
  }

  /** Whether the controller has not seen the last change of its object yet. */
  private static boolean isLagging(JsonNode workload) {
    JsonNode seen = workload.path("status").path("observedGeneration");
    return seen.isNumber() && seen.asLong() < workload.at("/metadata/generation").asLong();
  }

  private static boolean isCurrent(JsonNode workload, JsonNode pod) {
    JsonNode labels = pod.path("metadata").path("labels");
    return switch (workload.path("kind").asText()) {
      case "StatefulSet" ->
          !isLagging(workload)
              && workload
                  .at("/status/updateRevision")
                  .asText()
                  .equals(labels.path("controller-revision-hash").asText());
      case "DaemonSet" ->
          !isLagging(workload)
              && annotation(workload, "deprecated.daemonset.template.generation")
                  .equals(labels.path("pod-template-generation").asText());
      default -> true;
    };
  }

  private List<JsonNode> podsOwnedBy(JsonNode workload, List<JsonNode> owners) {
    List<String> uids = owners.stream().map(owner -> ClusterReader.metadata(owner, "uid")).toList();
    return pods(workload).stream().filter(pod -> uids.contains(owner(pod))).toList();
  }

  /** Returns the Pods of an object's namespace, oldest first. */
  List<JsonNode> pods(JsonNode object) {
    return inNamespaceOf(object, PODS);
  }

  /** Returns why Pods could not be made: a quota, a limit, a webhook. */
  List<String> creationFailures(List<JsonNode> owners) {
    return owners.stream()
        .flatMap(owner -> events(owner, "FailedCreate").stream())
        .map(event -> Sentence.of(creationFailure(event.path("message").asText())))
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
    return reader.api().get(path).path("items").valueStream().toList();
  }

  private List<JsonNode> inNamespaceOf(JsonNode object, ResourceKind kind) {
    String path = kind.collectionPath(ClusterReader.metadata(object, "namespace"));
    return ClusterReader.ordered(ClusterReader.items(reader.api().get(path), kind));
  }

  private static String annotation(JsonNode object, String name) {
    return object.path("metadata").path("annotations").path(name).asText();
  }

  private static String owner(JsonNode object) {
    return object.path("metadata").path("ownerReferences").path(0).path("uid").asText();
  }
}
