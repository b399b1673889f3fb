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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees to it that namespaces of learners who have left are removed, and tells what keeps one from
 * it. Nobody waits for that: a new namespace has a new name. A cluster that refuses or doesn't
 * answer is asked again, until the reaper is closed. Thread-safe.
 */
final class NamespaceReaper implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(500);

  /** While the cluster doesn't answer, more calls don't help it. */
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

  /** Pods that don't end when they are told to take thirty seconds. */
  private static final Duration USUAL = Duration.ofSeconds(45);

  /** Whoever was to remove a finalizer has had this long. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final KubeApi api;
  private final List<ResourceKind> kinds;
  private final Set<String> leaving = ConcurrentHashMap.newKeySet();
  private final Map<String, String> heldUp = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * @param kinds of the cluster; those that aren't in a namespace are left alone
   */
  NamespaceReaper(KubeApi api, List<ResourceKind> kinds) {
    this.api = api;
    this.kinds = kinds.stream().filter(ResourceKind::namespaced).toList();
  }

  /** Removes a namespace, and returns at once. */
  void remove(SeatNamespace namespace) {
    if (leaving.add(namespace.name())) {
      Thread.ofVirtual().name("reaper-" + namespace.name()).start(() -> reap(namespace));
    }
  }

  /**
   * Removes all learners' namespaces but some, and returns at once.
   *
   * @param kept their names
   * @throws ApiException if the cluster doesn't say which there are
   */
  void removeExcept(Set<String> kept) {
    for (String name : SeatNamespace.names(api)) {
      if (!kept.contains(name)) {
        remove(new SeatNamespace(api, name));
      }
    }
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
      while (!closed && !isGone(namespace, began)) {
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    heldUp.remove(namespace.name());
    leaving.remove(namespace.name());
  }

  private boolean isGone(SeatNamespace namespace, long began) throws InterruptedException {
    try {
      namespace.remove();
      Optional<JsonNode> left = namespace.find();
      if (left.isEmpty()) {
        return true;
      }
      noteDelay(namespace, began, reason(left.get()));
      if (passed(began).compareTo(PATIENCE) > 0) {
        removeFinalizers(namespace.name());
      }
    } catch (ApiException failure) {
      noteDelay(namespace, began, failure.message() + ".");
      Thread.sleep(PAUSE_AFTER_FAILURE);
    }
    return false;
  }

  private void noteDelay(SeatNamespace namespace, long began, String reason) {
    if (passed(began).compareTo(USUAL) > 0) {
      heldUp.put(namespace.name(), reason);
    }
  }

  private static Duration passed(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
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

  /** Asks no more. What is left stays as it is. */
  @Override
  public void close() {
    closed = true;
  }
}
