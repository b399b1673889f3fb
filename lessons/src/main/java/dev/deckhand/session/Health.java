package dev.deckhand.session;

import dev.deckhand.check.Node;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import java.util.Map;

/**
 * How the lab's cluster is.
 *
 * @param ready nodes that take work
 * @param nodes all nodes; 0 while the cluster does not answer
 */
public record Health(int ready, int nodes) {

  /** What tells of it. */
  public static final Subject NODES =
      new Subject.KubernetesObject("v1", "Node", null, null, Map.of());

  /** Reads it off what was seen of {@link #NODES}. */
  public static Health of(Observation nodes) {
    return switch (nodes) {
      case Observation.Unreachable _ -> new Health(0, 0);
      case Observation.Seen(var objects) ->
          new Health((int) objects.stream().filter(Health::isReady).count(), objects.size());
    };
  }

  /** Whether every node takes work. */
  public boolean good() {
    return nodes > 0 && ready == nodes;
  }

  private static boolean isReady(Node node) {
    return node.at("status", "conditions") instanceof Node.Items(var conditions)
        && conditions.stream()
            .anyMatch(condition ->
                condition.at("type").text().equals("Ready")
                    && condition.at("status").text().equals("True"));
  }
}
