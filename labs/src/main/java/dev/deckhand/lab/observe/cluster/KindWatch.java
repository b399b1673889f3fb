package dev.deckhand.lab.observe.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.kube.KubeWatchStream;
import dev.deckhand.lab.kube.ResourceKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Watches a kind in a namespace: lists the objects, then follows the changes, and lists again when
 * the stream ends. While nothing changes, nothing is sent.
 */
final class KindWatch implements AutoCloseable {
  private static final Duration MIN_BACKOFF = Duration.ofMillis(50);

  /** A definition is accepted some moments before the server serves what it defines. */
  private static final Duration DISCOVERY_INTERVAL = Duration.ofMillis(100);

  private static final int MAX_DISCOVERY_ATTEMPTS = 30;

  /** What a server answers to a watch that begins before what it remembers. */
  private static final int TOO_OLD = 410;

  private static final ResourceKind DEFINITIONS =
      new ResourceKind(
          "apiextensions.k8s.io/v1",
          "CustomResourceDefinition",
          "customresourcedefinitions",
          false);

  private final ClusterReader reader;
  private final List<KubernetesObject> subjects;
  private final KubernetesObject first;
  private final BiConsumer<KubernetesObject, Observation> listener;
  private final Duration maxBackoff;
  private final Thread thread;
  private volatile boolean closed;

  private KindWatch(
      ClusterReader reader,
      List<KubernetesObject> subjects,
      BiConsumer<KubernetesObject, Observation> listener,
      Duration maxBackoff) {
    this.reader = reader;
    this.subjects = List.copyOf(subjects);
    this.first = subjects.getFirst();
    this.listener = listener;
    this.maxBackoff = maxBackoff;
    this.thread = Thread.ofVirtual().name("watch " + first.kind()).unstarted(this::run);
  }

  /** Starts to watch subjects, at least one, that are of one kind and namespace. */
  static KindWatch start(
      ClusterReader reader,
      List<KubernetesObject> subjects,
      BiConsumer<KubernetesObject, Observation> listener,
      Duration maxBackoff) {
    var watch = new KindWatch(reader, subjects, listener, maxBackoff);
    watch.thread.start();
    return watch;
  }

  private void run() {
    Duration pause = MIN_BACKOFF;
    while (!closed) {
      try {
        Optional<ResourceKind> kind = kind();
        if (kind.isEmpty()) {
          awaitKind();
        } else {
          follow(kind.get());
        }
        pause = MIN_BACKOFF;
        // a server that ends each stream at once is not asked without a break
        Thread.sleep(MIN_BACKOFF);
      } catch (RuntimeException failure) {
        // whatever it is: the watch goes on, and doesn't end unnoticed
        pause = backOff(failure, pause);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private Optional<ResourceKind> kind() {
    return reader.discovery().find(first.apiVersion(), first.kind());
  }

  /** Tells the failure, waits, and returns how long to wait the next time. */
  private Duration backOff(RuntimeException failure, Duration pause) {
    if (closed) {
      return pause;
    }
    tellAll(ApiUnavailable.of(ApiServer.CLUSTER, failure).observation());
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopped) {
      closed = true;
    }
    Duration longer = pause.multipliedBy(2);
    return longer.compareTo(maxBackoff) < 0 ? longer : maxBackoff;
  }

  private void follow(ResourceKind kind) throws InterruptedException {
    // for one subject the server selects; for several, all of the kind are sent and selected here
    String selector = subjects.size() == 1 ? ClusterReader.selector(first) : "";
    String collection = kind.collectionPath(reader.namespaceOf(first)) + "?" + selector;
    Optional<JsonNode> list = reader.api().find(collection);
    if (list.isEmpty()) {
      reader.discovery().forget(kind);
      return;
    }
    try (var selection = new SelectedObjects(subjects, listener)) {
      selection.begin(ClusterReader.items(list.get(), kind));
      streamChanges(
          collection,
          list.get(),
          change -> {
            selection.apply(change);
            return true;
          });
    }
  }

  /** Waits until the definition of the kind is installed. */
  private void awaitKind() throws InterruptedException {
    JsonNode list = reader.api().get(DEFINITIONS.collectionPath(null) + "?limit=1");
    if (kind().isPresent()) {
      return;
    }
    tellAll(new Observation.Snapshot(List.of()));
    streamChanges(DEFINITIONS.collectionPath(null) + "?", list, change -> !isOurs(change));
    for (int i = 0; i < MAX_DISCOVERY_ATTEMPTS && kind().isEmpty(); i++) {
      Thread.sleep(DISCOVERY_INTERVAL);
    }
  }

  private boolean isOurs(JsonNode change) {
    JsonNode names = change.path("object").path("spec").path("names");
    return names.path("kind").asText().equals(first.kind());
  }

  /**
   * Follows the changes after a list until the stream ends, or {@code handle} returns false. It is
   * called on a thread of the client, and must not wait for the network.
   */
  private void streamChanges(String collection, JsonNode list, Predicate<JsonNode> handle)
      throws InterruptedException {
    String version = list.path("metadata").path("resourceVersion").asText();
    String path = collection + "&watch=1&resourceVersion=" + version;
    try (KubeWatchStream stream =
        reader
            .api()
            .watch(
                path,
                change -> !change.path("type").asText().equals("ERROR") && handle.test(change))) {
      stream.ended().get();
    } catch (ExecutionException broken) {
      // listing again finds out whether the server is gone or only the stream was
      if (broken.getCause() instanceof ApiError refusal && refusal.status() != TOO_OLD) {
        throw refusal;
      }
    }
  }

  private void tellAll(Observation observation) {
    subjects.forEach(subject -> listener.accept(subject, observation));
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
