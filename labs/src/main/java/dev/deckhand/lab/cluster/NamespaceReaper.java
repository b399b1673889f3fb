package dev.deckhand.lab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.ResourceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees to it that namespaces of learners who have left are removed, and tells what keeps one from
 * it. Nobody waits for that: a new namespace has a new name. Thread-safe.
 *
 * @param kinds that may be in a namespace
 * @param heldUp by namespace, what holds it, in a sentence
 */
record NamespaceReaper(KubeApi api, List<ResourceKind> kinds, Map<String, String> heldUp) {

  private static final Duration PAUSE = Duration.ofMillis(500);

  /** Pods that don't end when they are told to take thirty seconds. */
  private static final Duration USUAL = Duration.ofSeconds(45);

  /** Whoever was to remove a finalizer has had this long. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  static NamespaceReaper of(KubeApi api, List<ResourceKind> kinds) {
    return new NamespaceReaper(
        api, kinds.stream().filter(ResourceKind::namespaced).toList(), new ConcurrentHashMap<>());
  }

  /** Removes a namespace, and returns at once. */
  void remove(SeatNamespace namespace) {
    Thread.ofVirtual().name("reaper-" + namespace.name()).start(() -> reap(namespace));
  }

  /** The namespaces that aren't gone though they should be, each with what holds it. */
  List<String> problems() {
    return heldUp.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(held -> "The namespace " + held.getKey() + " can't be removed yet: " + held.getValue())
        .toList();
  }

  private void reap(SeatNamespace namespace) {
    long began = System.nanoTime();
    try {
      namespace.remove();
      Optional<JsonNode> left = find(namespace);
      while (left.isPresent()) {
        Duration passed = Duration.ofNanos(System.nanoTime() - began);
        if (passed.compareTo(USUAL) > 0) {
          heldUp.put(namespace.name(), reason(left.get()));
        }
        if (passed.compareTo(PATIENCE) > 0) {
          removeFinalizers(namespace.name());
        }
        Thread.sleep(PAUSE);
        left = find(namespace);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ApiException clusterGone) {
      // its namespaces have gone with it
    }
    heldUp.remove(namespace.name());
  }

  private Optional<JsonNode> find(SeatNamespace namespace) {
    return api.find("/api/v1/namespaces/" + namespace.name());
  }

  /** As the cluster words it. */
  private static String reason(JsonNode namespace) {
    var reasons = new ArrayList<String>();
    for (JsonNode condition : namespace.path("status").path("conditions")) {
      String type = condition.path("type").asText();
      boolean holds = condition.path("status").asText().equals("True");
      if (holds && (type.endsWith("Remaining") || type.endsWith("Failure"))) {
        reasons.add(condition.path("message").asText());
      }
    }
    return reasons.isEmpty() ? "the cluster doesn't say why." : String.join("; ", reasons) + ".";
  }

  private void removeFinalizers(String namespace) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    patch.putObject("metadata").putNull("finalizers");
    ClusterInventory.of(api, kinds, namespace)
        .entries()
        .values()
        .forEach(entry ->
            ApiError.ignoring(() -> KubeApi.await(api.send("PATCH", entry.path(), patch))));
  }
}
