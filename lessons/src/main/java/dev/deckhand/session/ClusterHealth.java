package dev.deckhand.session;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.pattern.DataNode;
import java.util.Map;

/**
 * The health of the lab's cluster.
 *
 * @param readyNodes nodes that are ready
 * @param nodes all nodes; 0 while the cluster does not answer
 */
public record ClusterHealth(int readyNodes, int nodes) {

  /** What is watched for it. */
  public static final Subject NODES =
      new Subject.KubernetesObject("v1", "Node", null, null, Map.of());

  /** Derives it from an observation of {@link #NODES}. */
  public static ClusterHealth of(Observation nodes) {
    return switch (nodes) {
      case Observation.Unreachable _ -> new ClusterHealth(0, 0);
      case Observation.Snapshot(var objects) ->
          new ClusterHealth(
              (int) objects.stream().filter(ClusterHealth::isReady).count(), objects.size());
    };
  }

  /** Whether every node is ready. */
  public boolean isHealthy() {
    return nodes > 0 && readyNodes == nodes;
  }

  private static boolean isReady(DataNode node) {
    return node.at("status", "conditions") instanceof DataNode.Items(var conditions)
        && conditions.stream()
            .anyMatch(condition ->
                condition.at("type").text().equals("Ready")
                    && condition.at("status").text().equals("True"));
  }
}
