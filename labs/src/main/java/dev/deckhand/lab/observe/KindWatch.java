package dev.deckhand.lab.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.kube.KubeWatchStream;
import dev.deckhand.lab.kube.ResourceKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Watches a kind in a namespace for all who look at it: lists, then follows the changes, and begins
 * again when the stream ends. A watch that nothing happens to sends nothing.
 */
final class KindWatch implements AutoCloseable {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration DISCOVERY_INTERVAL = Duration.ofMillis(100);
  private static final int MAX_DISCOVERY_ATTEMPTS = 30;

  /** What a server says to a watch that begins before what it remembers. */
  private static final int TOO_OLD = 410;

  private static final ResourceKind DEFINITIONS =
      new ResourceKind(
          "apiextensions.k8s.io/v1",
          "CustomResourceDefinition",
          "customresourcedefinitions",
          false);

  private final ClusterReader reader;
  private final List<Subscription> subscriptions;
  private final KubernetesObject first;
  private final Duration longestPause;
  private final Thread thread;
  private volatile boolean closed;

  /** One who wants to know of the objects that a subject selects. */
  record Subscription(KubernetesObject subject, Consumer<Observation> listener) {}

  private KindWatch(ClusterReader reader, List<Subscription> subscriptions, Duration longestPause) {
    this.reader = reader;
    this.subscriptions = List.copyOf(subscriptions);
    this.first = subscriptions.getFirst().subject();
    this.longestPause = longestPause;
    this.thread = Thread.ofVirtual().name("watch " + first.kind()).unstarted(this::run);
  }

  /** Starts to watch for onlookers, at least one, whose subjects are of one kind and namespace. */
  static KindWatch start(
      ClusterReader reader, List<Subscription> subscriptions, Duration longestPause) {
    var watch = new KindWatch(reader, subscriptions, longestPause);
    watch.thread.start();
    return watch;
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (!closed) {
      try {
        Optional<ResourceKind> resourceKind = reader.kinds().find(first.apiVersion(), first.kind());
        if (resourceKind.isEmpty()) {
          awaitKind();
        } else {
          follow(resourceKind.get());
        }
        pause = FIRST_PAUSE;
        // a server that ends each stream at once is not asked without a break
        Thread.sleep(FIRST_PAUSE);
      } catch (RuntimeException failure) {
        // whatever it was: a watch that ends in silence would be worse
        pause = backOff(failure, pause);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  /** Says so, waits, and returns how long to wait the next time. */
  private Duration backOff(RuntimeException failure, Duration pause) {
    if (closed) {
      return pause;
    }
    publishToAll(ApiUnavailable.of(ApiServer.CLUSTER, failure).observation());
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopped) {
      closed = true;
    }
    Duration longer = pause.multipliedBy(2);
    return longer.compareTo(longestPause) < 0 ? longer : longestPause;
  }

  private void follow(ResourceKind resourceKind) throws InterruptedException {
    // the server selects for one; for several, all of the kind come once and are told apart here
    String selector = subscriptions.size() == 1 ? ClusterReader.selector(first) : "";
    String collection = resourceKind.collectionPath(reader.namespaceOf(first)) + "?" + selector;
    Optional<JsonNode> list = reader.api().find(collection);
    if (list.isEmpty()) {
      reader.kinds().forget(resourceKind);
      return;
    }
    var objects = new HashMap<String, JsonNode>();
    ClusterReader.items(list.get(), resourceKind)
        .forEach(object -> objects.put(ClusterReader.metadata(object, "uid"), object));
    subscriptions.forEach(subscription -> publish(subscription, objects));
    streamChanges(collection, list.get(), change -> apply(change, objects));
  }

  /** A kind that is not there may be installed: then a definition changes, and it is looked for. */
  private void awaitKind() throws InterruptedException {
    JsonNode list = reader.api().get(DEFINITIONS.collectionPath(null) + "?limit=1");
    if (reader.kinds().find(first.apiVersion(), first.kind()).isPresent()) {
      return;
    }
    publishToAll(new Observation.Snapshot(List.of()));
    streamChanges(DEFINITIONS.collectionPath(null) + "?", list, this::isKindMissing);
  }

  /** A definition is accepted some moments before the server serves what it defines. */
  private boolean isKindMissing(JsonNode change) {
    JsonNode names = change.path("object").path("spec").path("names");
    boolean ours = names.path("kind").asText().equals(first.kind());
    for (int look = 0; look < MAX_DISCOVERY_ATTEMPTS; look++) {
      if (reader.kinds().find(first.apiVersion(), first.kind()).isPresent()) {
        return false;
      }
      if (!ours) {
        return true;
      }
      java.util.concurrent.locks.LockSupport.parkNanos(DISCOVERY_INTERVAL.toNanos());
    }
    return true;
  }

  /** What to do with a change; false ends the stream. */
  private interface ChangeHandler {
    boolean handle(JsonNode change);
  }

  private void streamChanges(String collection, JsonNode list, ChangeHandler each)
      throws InterruptedException {
    String version = list.path("metadata").path("resourceVersion").asText();
    var queue = new java.util.concurrent.LinkedBlockingQueue<Optional<JsonNode>>();
    String path = collection + "&watch=1&resourceVersion=" + version;
    try (KubeWatchStream stream =
        reader.api().watch(path, change -> queue.add(Optional.of(change)))) {
      var _ = stream.ended().whenComplete((nothing, broken) -> queue.add(Optional.empty()));
      for (Optional<JsonNode> next = queue.take(); next.isPresent(); next = queue.take()) {
        if (next.get().path("type").asText().equals("ERROR") || !each.handle(next.get())) {
          return;
        }
      }
      stream.ended().get();
    } catch (ExecutionException broken) {
      // listing again finds out whether the server is gone or only the stream was
      if (broken.getCause() instanceof ApiError refusal && refusal.status() != TOO_OLD) {
        throw refusal;
      }
    }
  }

  private boolean apply(JsonNode change, Map<String, JsonNode> objects) {
    JsonNode object = change.path("object");
    String uid = ClusterReader.metadata(object, "uid");
    JsonNode old = objects.getOrDefault(uid, MissingNode.getInstance());
    switch (change.path("type").asText()) {
      case "ADDED", "MODIFIED" -> objects.put(uid, object);
      case "DELETED" -> objects.remove(uid);
      default -> {
        return true;
      }
    }
    for (Subscription subscription : subscriptions) {
      // what has lost its label was seen until now
      if (ClusterReader.selects(subscription.subject(), object)
          || ClusterReader.selects(subscription.subject(), old)) {
        publish(subscription, objects);
      }
    }
    return true;
  }

  private static void publish(Subscription subscription, Map<String, JsonNode> objects) {
    List<JsonNode> selected =
        objects.values().stream()
            .filter(object -> ClusterReader.selects(subscription.subject(), object))
            .toList();
    subscription
        .listener()
        .accept(
            new Observation.Snapshot(
                ClusterReader.ordered(selected).stream().map(JsonNodeConverter::toNode).toList()));
  }

  private void publishToAll(Observation observation) {
    subscriptions.forEach(subscription -> subscription.listener().accept(observation));
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
