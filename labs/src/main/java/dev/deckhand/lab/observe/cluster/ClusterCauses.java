package dev.deckhand.lab.observe.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.api.ApiException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Explains why a cluster's object is as it is: its conditions, its Pods, its events. */
final class ClusterCauses {
  private static final int MAX_CAUSES = 3;

  private final ClusterReader reader;
  private final PodCauses pods;
  private final RelatedObjects related;

  ClusterCauses(ClusterReader reader) {
    this.reader = reader;
    this.pods = new PodCauses(reader);
    this.related = new RelatedObjects(reader);
  }

  /** One sentence each, the most important first, at most three; never throws. */
  List<String> of(KubernetesObject subject) {
    try {
      List<JsonNode> objects = ClusterReader.ordered(reader.objects(subject));
      if (objects.isEmpty()) {
        return new ObjectLocator(reader).sentence(subject);
      }
      var causes = new LinkedHashSet<String>();
      for (JsonNode object : objects) {
        causes.addAll(deletionCauses(object));
        causes.addAll(of(object));
      }
      return causes.stream().limit(MAX_CAUSES).toList();
    } catch (ApiException unknown) {
      return List.of();
    }
  }

  private List<String> of(JsonNode object) {
    String kind = object.path("kind").asText();
    return switch (kind) {
      case "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Job", "ReplicationController" ->
          workload(object, kind);
      case "Pod" -> pods.of(object);
      case "Service" -> new ServiceCauses(related).of(object);
      case "PersistentVolumeClaim" -> new VolumeClaimCauses(related).of(object);
      default -> List.of();
    };
  }

  /** An object that was deleted stays as long as it has finalizers. */
  private static List<String> deletionCauses(JsonNode object) {
    JsonNode finalizers =
        object.path("kind").asText().equals("Namespace")
                && object.path("metadata").path("finalizers").isEmpty()
            ? object.path("spec").path("finalizers")
            : object.path("metadata").path("finalizers");
    if (!object.path("metadata").has("deletionTimestamp") || finalizers.isEmpty()) {
      return List.of();
    }
    String names = finalizers.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
    return List.of(
        describe(object)
            + " was deleted, but is kept by the "
            + (finalizers.size() == 1 ? "finalizer " : "finalizers ")
            + names
            + ".");
  }

  private static String describe(JsonNode object) {
    return object.path("kind").asText() + " \"" + ClusterReader.metadata(object, "name") + "\"";
  }

  /** The first Pod that has a problem, refused Pods, and conditions that say that it failed. */
  private List<String> workload(JsonNode object, String kind) {
    var causes = new ArrayList<String>();
    RelatedObjects.WorkloadPods own = related.podsOf(object);
    firstCause(own.current()).ifPresent(causes::add);
    // a StatefulSet waits for each Pod: an old one that is broken stops the roll-out
    if (causes.isEmpty() && kind.equals("StatefulSet")) {
      firstCause(own.outdated())
          .ifPresent(cause -> causes.add("An older Pod holds up the roll-out. " + cause));
    }
    causes.addAll(related.creationFailures(own.owners()));
    for (JsonNode condition : object.path("status").path("conditions")) {
      if (isFailing(condition)) {
        causes.add(describe(object) + ": " + Sentence.of(condition.path("message").asText()));
      }
    }
    return causes;
  }

  private java.util.Optional<String> firstCause(List<JsonNode> some) {
    return some.stream()
        .map(pods::of)
        .filter(known -> !known.isEmpty())
        .map(List::getFirst)
        .findFirst();
  }

  private static boolean isFailing(JsonNode condition) {
    boolean holds = condition.path("status").asText().equals("True");
    return switch (condition.path("type").asText()) {
      case "Failed", "ReplicaFailure" -> holds;
      case "Progressing" -> !holds;
      default -> false;
    };
  }
}
