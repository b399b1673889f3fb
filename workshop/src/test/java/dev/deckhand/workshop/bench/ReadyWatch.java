package dev.deckhand.workshop.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.KubeWatchStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When the cluster said that a namespace's Deployment has so many ready replicas. */
final class ReadyWatch implements AutoCloseable {

  private final KubeApi api;
  private final KubeWatchStream stream;
  private final Map<String, Long> seen = new ConcurrentHashMap<>();

  /**
   * @param kubeconfig an administrator's
   */
  ReadyWatch(String kubeconfig) {
    api = KubeApi.of(kubeconfig);
    stream = api.watch("/apis/apps/v1/deployments?watch=1", this::note);
  }

  private boolean note(JsonNode event) {
    JsonNode object = event.path("object");
    int ready = object.path("status").path("readyReplicas").asInt();
    String key = key(object.path("metadata").path("namespace").asText(), ready);
    seen.putIfAbsent(key, System.nanoTime());
    return true;
  }

  /** The time of the first such event; {@link System#nanoTime}. */
  Optional<Long> at(String namespace, int ready) {
    return Optional.ofNullable(seen.get(key(namespace, ready)));
  }

  private static String key(String namespace, int ready) {
    return namespace + " " + ready;
  }

  @Override
  public void close() {
    stream.close();
    api.close();
  }
}
