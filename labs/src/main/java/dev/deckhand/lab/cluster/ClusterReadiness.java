package dev.deckhand.lab.cluster;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.SubjectObservation;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.kube.Discovery;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.observe.Observers;
import dev.deckhand.lab.observe.cluster.ClusterReader;
import dev.deckhand.lab.observe.cluster.KubernetesObserver;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Watches a cluster until it is ready for a lesson. */
final class ClusterReadiness implements AutoCloseable {

  private static final Duration MAX_BACKOFF = Duration.ofMillis(100);

  private final CompletableFuture<Void> ready;
  private final Watch watch;

  private ClusterReadiness(CompletableFuture<Void> ready, Watch watch) {
    this.ready = ready;
    this.watch = watch;
  }

  private static ClusterReadiness awaiting(KubeApi api, List<KubernetesObject> wanted) {
    var ready = new CompletableFuture<Void>();
    var missing = new HashSet<Subject>(wanted);
    var reader = new ClusterReader(api, new Discovery(api), "default");
    Watch watch =
        Observers.local()
            .add(KubernetesObject.class, new KubernetesObserver(reader, MAX_BACKOFF))
            .build()
            .watch(
                wanted,
                seen -> {
                  if (isReady(seen) && missing.remove(seen.subject()) && missing.isEmpty()) {
                    ready.complete(null);
                  }
                });
    return new ClusterReadiness(ready, watch);
  }

  /**
   * Waits for a ready node and for running controllers, which create the default service account.
   */
  static ClusterReadiness forPods(KubeApi api) {
    return awaiting(api, List.of(object("Node", null, null), serviceAccount("default")));
  }

  /** Waits for a namespace's service account, without which no Pod is admitted. */
  static ClusterReadiness forNamespace(KubeApi api, String namespace) {
    return awaiting(api, List.of(serviceAccount(namespace)));
  }

  /** Waits for a ready endpoint of each of these Services of the cluster itself. */
  static ClusterReadiness forSystemServices(KubeApi api, Collection<String> names) {
    return awaiting(api, names.stream().map(ClusterReadiness::endpoints).toList());
  }

  private static KubernetesObject endpoints(String service) {
    return new KubernetesObject(
        "discovery.k8s.io/v1",
        "EndpointSlice",
        null,
        "kube-system",
        Map.of("kubernetes.io/service-name", service));
  }

  private static KubernetesObject serviceAccount(String namespace) {
    return object("ServiceAccount", "default", namespace);
  }

  private static KubernetesObject object(
      String kind,
      @org.jspecify.annotations.Nullable String name,
      @org.jspecify.annotations.Nullable String namespace) {
    return new KubernetesObject("v1", kind, name, namespace, Map.of());
  }

  CompletableFuture<Void> ready() {
    return ready;
  }

  private static boolean isReady(SubjectObservation subjectObservation) {
    return subjectObservation.observation() instanceof Observation.Snapshot(List<DataNode> objects)
        && objects.stream().anyMatch(ClusterReadiness::isReady);
  }

  private static boolean isReady(DataNode object) {
    return switch (object.at("kind").text()) {
      case "Node" -> hasReadyCondition(object);
      case "EndpointSlice" ->
          object.at("endpoints") instanceof DataNode.Items(var endpoints)
              && endpoints.stream()
                  .anyMatch(endpoint -> endpoint.at("conditions", "ready").text().equals("true"));
      default -> true;
    };
  }

  private static boolean hasReadyCondition(DataNode node) {
    return node.at("status", "conditions") instanceof DataNode.Items(var conditions)
        && conditions.stream()
            .anyMatch(condition ->
                condition.at("type").text().equals("Ready")
                    && condition.at("status").text().equals("True"));
  }

  @Override
  public void close() {
    watch.close();
  }
}
