package dev.deckhand.session;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.pattern.DataNode;
import java.util.Map;

/**
 * How the lab's cluster is.
 *
 * @param readyNodes nodes that take work
 * @param nodes all nodes; 0 while the cluster does not answer
 */
public record ClusterHealth(int readyNodes, int nodes) {

  /** What tells of it. */
  public static final Subject NODES =
      new Subject.KubernetesObject("v1", "Node", null, null, Map.of());

  /** Reads it off what was seen of {@link #NODES}. */
  public static ClusterHealth of(Observation nodes) {
    return switch (nodes) {
      case Observation.Unreachable _ -> new ClusterHealth(0, 0);
      case Observation.Snapshot(var objects) ->
          new ClusterHealth(
              (int) objects.stream().filter(ClusterHealth::isReady).count(), objects.size());
    };
  }

  /** Whether every node takes work. */
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
