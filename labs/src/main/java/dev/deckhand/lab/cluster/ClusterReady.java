package dev.deckhand.lab.cluster;

import dev.deckhand.check.Node;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.Sighting;
import dev.deckhand.lab.kube.Kinds;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.observe.ClusterSight;
import dev.deckhand.lab.observe.ClusterWatch;
import dev.deckhand.lab.observe.Sightings;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Waits, by watch, for what makes a cluster fit to learn on. */
final class ClusterReady implements AutoCloseable {

  private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

  private final CompletableFuture<Void> ready;
  private final Sightings sightings;
  private final ClusterWatch watch;

  private ClusterReady(CompletableFuture<Void> ready, Sightings sightings, ClusterWatch watch) {
    this.ready = ready;
    this.sightings = sightings;
    this.watch = watch;
  }

  private static ClusterReady when(KubeApi api, List<KubernetesObject> wanted) {
    var ready = new CompletableFuture<Void>();
    var missing = new HashSet<Subject>(wanted);
    // sightings come one at a time
    Sightings sightings =
        Sightings.to(sighting -> {
          if (isReady(sighting) && missing.remove(sighting.subject()) && missing.isEmpty()) {
            ready.complete(null);
          }
        });
    var sight = new ClusterSight(api, new Kinds(api), "default");
    return new ClusterReady(
        ready, sightings, ClusterWatch.of(sight, wanted, sightings, LONGEST_PAUSE));
  }

  /** A node that is ready, and controllers at work: the default service account is their doing. */
  static ClusterReady forPods(KubeApi api) {
    return when(api, List.of(object("Node", null, null), serviceAccount("default")));
  }

  /** The same for one namespace: without its service account no Pod is admitted. */
  static ClusterReady forNamespace(KubeApi api, String namespace) {
    return when(api, List.of(serviceAccount(namespace)));
  }

  /** Names that resolve: somebody stands behind the service of that name. */
  static ClusterReady forNames(KubeApi api) {
    return when(api, List.of(object("Endpoints", "kube-dns", "kube-system")));
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

  private static boolean isReady(Sighting sighting) {
    return sighting.observation() instanceof Observation.Seen(List<Node> objects)
        && objects.stream().anyMatch(ClusterReady::isReady);
  }

  private static boolean isReady(Node object) {
    return switch (object.at("kind").text()) {
      case "Node" -> hasReadyCondition(object);
      case "Endpoints" ->
          object.at("subsets") instanceof Node.Items(var subsets)
              && subsets.stream().anyMatch(subset -> subset.at("addresses") instanceof Node.Items);
      default -> true;
    };
  }

  private static boolean hasReadyCondition(Node node) {
    return node.at("status", "conditions") instanceof Node.Items(var conditions)
        && conditions.stream()
            .anyMatch(condition ->
                condition.at("type").text().equals("Ready")
                    && condition.at("status").text().equals("True"));
  }

  @Override
  public void close() {
    watch.close();
    sightings.close();
  }
}
