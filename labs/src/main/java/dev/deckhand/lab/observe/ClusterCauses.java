package dev.deckhand.lab.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.api.ApiException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says why a cluster's object is as it is: its conditions, its Pods, its events. */
public final class ClusterCauses {

  private static final int MAX_CAUSES = 3;
  private static final Set<String> WORKLOADS =
      Set.of(
          "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Job", "ReplicationController");

  private final ClusterReader reader;
  private final PodCauses pods;
  private final RelatedObjects related;

  public ClusterCauses(ClusterReader reader) {
    this.reader = reader;
    this.pods = new PodCauses(reader);
    this.related = new RelatedObjects(reader);
  }

  /** One sentence each, the most telling first, three at most; never throws. */
  public List<String> of(KubernetesObject subject) {
    try {
      var causes = new LinkedHashSet<String>();
      for (JsonNode object : ClusterReader.ordered(reader.objects(subject))) {
        causes.addAll(of(object));
      }
      return causes.stream().limit(MAX_CAUSES).toList();
    } catch (ApiException unknown) {
      return List.of();
    }
  }

  private List<String> of(JsonNode object) {
    String kind = object.path("kind").asText();
    if (WORKLOADS.contains(kind)) {
      return workload(object, kind);
    }
    return switch (kind) {
      case "Pod" -> pods.of(object);
      case "Service" -> new ServiceCauses(related).of(object);
      case "PersistentVolumeClaim" -> new VolumeClaimCauses(related).of(object);
      default -> List.of();
    };
  }

  /** The worst Pod says most; where none could be made, the refusal does. */
  private List<String> workload(JsonNode object, String kind) {
    var causes = new ArrayList<String>();
    List<JsonNode> own = related.podsOf(object);
    own.stream()
        .map(pods::of)
        .filter(known -> !known.isEmpty())
        .findFirst()
        .ifPresent(known -> causes.add(known.getFirst()));
    causes.addAll(related.creationFailures(object));
    for (JsonNode condition : object.path("status").path("conditions")) {
      if (isFailing(condition)) {
        causes.add(
            kind
                + " \""
                + ClusterReader.metadata(object, "name")
                + "\": "
                + SentenceFormatter.format(condition.path("message").asText()));
      }
    }
    return causes;
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
