package dev.deckhand.lab.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.kube.KubeGone;
import dev.deckhand.lab.kube.KubeRefusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says why a cluster's object is as it is: its conditions, its Pods, its events. */
public final class ClusterCauses {

  private static final int AT_MOST = 3;
  private static final Set<String> WORKLOADS =
      Set.of(
          "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Job", "ReplicationController");

  private final ClusterSight sight;
  private final PodCauses pods;
  private final RelatedObjects related;

  public ClusterCauses(ClusterSight sight) {
    this.sight = sight;
    this.pods = new PodCauses(sight);
    this.related = new RelatedObjects(sight);
  }

  /** One sentence each, the most telling first, three at most; never throws. */
  public List<String> of(KubernetesObject subject) {
    try {
      var causes = new LinkedHashSet<String>();
      for (JsonNode object : ClusterSight.ordered(sight.objects(subject))) {
        causes.addAll(of(object));
      }
      return causes.stream().limit(AT_MOST).toList();
    } catch (KubeGone | KubeRefusal unknown) {
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
      case "PersistentVolumeClaim" -> new ClaimCauses(related).of(object);
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
    causes.addAll(related.refusals(object));
    for (JsonNode condition : object.path("status").path("conditions")) {
      if (isFailing(condition)) {
        causes.add(
            kind
                + " \""
                + ClusterSight.meta(object, "name")
                + "\": "
                + Sentences.of(condition.path("message").asText()));
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
