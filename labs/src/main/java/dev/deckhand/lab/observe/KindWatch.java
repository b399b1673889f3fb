package dev.deckhand.lab.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.kube.Kind;
import dev.deckhand.lab.kube.KubeRefusal;
import dev.deckhand.lab.kube.KubeStream;
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
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final int LOOKS = 30;

  /** What a server says to a watch that begins before what it remembers. */
  private static final int TOO_OLD = 410;

  private static final Kind DEFINITIONS =
      new Kind(
          "apiextensions.k8s.io/v1",
          "CustomResourceDefinition",
          "customresourcedefinitions",
          false);

  private final ClusterSight sight;
  private final List<Onlooker> onlookers;
  private final KubernetesObject first;
  private final Duration longestPause;
  private final Thread thread;
  private volatile boolean closed;

  /** One who wants to know of the objects that a subject selects. */
  record Onlooker(KubernetesObject subject, Consumer<Observation> sightings) {}

  private KindWatch(ClusterSight sight, List<Onlooker> onlookers, Duration longestPause) {
    this.sight = sight;
    this.onlookers = List.copyOf(onlookers);
    this.first = onlookers.getFirst().subject();
    this.longestPause = longestPause;
    this.thread = Thread.ofVirtual().name("watch " + first.kind()).unstarted(this::run);
  }

  /** Starts to watch for onlookers, at least one, whose subjects are of one kind and namespace. */
  static KindWatch start(ClusterSight sight, List<Onlooker> onlookers, Duration longestPause) {
    var watch = new KindWatch(sight, onlookers, longestPause);
    watch.thread.start();
    return watch;
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (!closed) {
      try {
        Optional<Kind> kind = sight.kinds().find(first.apiVersion(), first.kind());
        if (kind.isEmpty()) {
          awaitKind();
        } else {
          follow(kind.get());
        }
        pause = FIRST_PAUSE;
        // a server that ends each stream at once is not asked without a break
        Thread.sleep(FIRST_PAUSE);
      } catch (RuntimeException failure) {
        // whatever it was: a watch that ends in silence would be worse
        pause = failed(failure, pause);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  /** Says so, waits, and returns how long to wait the next time. */
  private Duration failed(RuntimeException failure, Duration pause) {
    if (closed) {
      return pause;
    }
    tellAll(
        failure instanceof KubeRefusal refusal
            ? ClusterSight.refused(refusal)
            : ClusterSight.unreachable(String.valueOf(failure.getMessage())));
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopped) {
      closed = true;
    }
    Duration longer = pause.multipliedBy(2);
    return longer.compareTo(longestPause) < 0 ? longer : longestPause;
  }

  private void follow(Kind kind) throws InterruptedException {
    // the server selects for one; for several, all of the kind come once and are told apart here
    String selector = onlookers.size() == 1 ? ClusterSight.selector(first) : "";
    String collection = kind.collection(sight.namespaceOf(first)) + "?" + selector;
    Optional<JsonNode> list = sight.api().find(collection);
    if (list.isEmpty()) {
      sight.kinds().forget(kind);
      return;
    }
    var objects = new HashMap<String, JsonNode>();
    ClusterSight.items(list.get(), kind)
        .forEach(object -> objects.put(ClusterSight.meta(object, "uid"), object));
    onlookers.forEach(onlooker -> tell(onlooker, objects));
    changes(collection, list.get(), change -> apply(change, objects));
  }

  /** A kind that is not there may be installed: then a definition changes, and it is looked for. */
  private void awaitKind() throws InterruptedException {
    JsonNode list = sight.api().get(DEFINITIONS.collection(null) + "?limit=1");
    if (sight.kinds().find(first.apiVersion(), first.kind()).isPresent()) {
      return;
    }
    tellAll(new Observation.Seen(List.of()));
    changes(DEFINITIONS.collection(null) + "?", list, this::stillUnknown);
  }

  /** A definition is accepted some moments before the server serves what it defines. */
  private boolean stillUnknown(JsonNode change) {
    JsonNode names = change.path("object").path("spec").path("names");
    boolean ours = names.path("kind").asText().equals(first.kind());
    for (int look = 0; look < LOOKS; look++) {
      if (sight.kinds().find(first.apiVersion(), first.kind()).isPresent()) {
        return false;
      }
      if (!ours) {
        return true;
      }
      java.util.concurrent.locks.LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return true;
  }

  /** What to do with a change; false ends the stream. */
  private interface Change {
    boolean take(JsonNode change);
  }

  private void changes(String collection, JsonNode list, Change each) throws InterruptedException {
    String version = list.path("metadata").path("resourceVersion").asText();
    var queue = new java.util.concurrent.LinkedBlockingQueue<Optional<JsonNode>>();
    String path = collection + "&watch=1&resourceVersion=" + version;
    try (KubeStream stream = sight.api().watch(path, change -> queue.add(Optional.of(change)))) {
      var _ = stream.ended().whenComplete((nothing, broken) -> queue.add(Optional.empty()));
      for (Optional<JsonNode> next = queue.take(); next.isPresent(); next = queue.take()) {
        if (next.get().path("type").asText().equals("ERROR") || !each.take(next.get())) {
          return;
        }
      }
      stream.ended().get();
    } catch (ExecutionException broken) {
      // listing again finds out whether the server is gone or only the stream was
      if (broken.getCause() instanceof KubeRefusal refusal && refusal.status() != TOO_OLD) {
        throw refusal;
      }
    }
  }

  private boolean apply(JsonNode change, Map<String, JsonNode> objects) {
    JsonNode object = change.path("object");
    String uid = ClusterSight.meta(object, "uid");
    JsonNode old = objects.getOrDefault(uid, MissingNode.getInstance());
    switch (change.path("type").asText()) {
      case "ADDED", "MODIFIED" -> objects.put(uid, object);
      case "DELETED" -> objects.remove(uid);
      default -> {
        return true;
      }
    }
    for (Onlooker onlooker : onlookers) {
      // what has lost its label was seen until now
      if (ClusterSight.selects(onlooker.subject(), object)
          || ClusterSight.selects(onlooker.subject(), old)) {
        tell(onlooker, objects);
      }
    }
    return true;
  }

  private static void tell(Onlooker onlooker, Map<String, JsonNode> objects) {
    List<JsonNode> selected =
        objects.values().stream()
            .filter(object -> ClusterSight.selects(onlooker.subject(), object))
            .toList();
    onlooker
        .sightings()
        .accept(
            new Observation.Seen(ClusterSight.ordered(selected).stream().map(Trees::of).toList()));
  }

  private void tellAll(Observation observation) {
    onlookers.forEach(onlooker -> onlooker.sightings().accept(observation));
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
