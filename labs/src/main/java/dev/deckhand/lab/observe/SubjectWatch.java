package dev.deckhand.lab.observe;

import com.fasterxml.jackson.databind.JsonNode;
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

/**
 * Watches one subject: lists, then follows the changes, and begins again when the stream ends. A
 * watch that nothing happens to sends nothing.
 */
final class SubjectWatch implements AutoCloseable {

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
  private final KubernetesObject subject;
  private final Sightings sightings;
  private final Duration longestPause;
  private final Thread thread;
  private volatile boolean closed;

  private SubjectWatch(
      ClusterSight sight, KubernetesObject subject, Sightings sightings, Duration longestPause) {
    this.sight = sight;
    this.subject = subject;
    this.sightings = sightings;
    this.longestPause = longestPause;
    this.thread = Thread.ofVirtual().name("watch " + subject.spoken()).unstarted(this::run);
  }

  static SubjectWatch start(
      ClusterSight sight, KubernetesObject subject, Sightings sightings, Duration longestPause) {
    var watch = new SubjectWatch(sight, subject, sightings, longestPause);
    watch.thread.start();
    return watch;
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (!closed) {
      try {
        Optional<Kind> kind = sight.kinds().find(subject.apiVersion(), subject.kind());
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
    sightings.saw(
        subject,
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
    String collection =
        kind.collection(sight.namespaceOf(subject)) + "?" + ClusterSight.selector(subject);
    Optional<JsonNode> list = sight.api().find(collection);
    if (list.isEmpty()) {
      sight.kinds().forget(kind);
      return;
    }
    var objects = new HashMap<String, JsonNode>();
    ClusterSight.items(list.get(), kind)
        .forEach(object -> objects.put(ClusterSight.meta(object, "uid"), object));
    tell(objects);
    changes(collection, list.get(), change -> apply(change, objects));
  }

  /** A kind that is not there may be installed: then a definition changes, and it is looked for. */
  private void awaitKind() throws InterruptedException {
    JsonNode list = sight.api().get(DEFINITIONS.collection(null) + "?limit=1");
    if (sight.kinds().find(subject.apiVersion(), subject.kind()).isPresent()) {
      return;
    }
    sightings.saw(subject, new Observation.Seen(List.of()));
    changes(DEFINITIONS.collection(null) + "?", list, this::stillUnknown);
  }

  /** A definition is accepted some moments before the server serves what it defines. */
  private boolean stillUnknown(JsonNode change) {
    JsonNode names = change.path("object").path("spec").path("names");
    boolean ours = names.path("kind").asText().equals(subject.kind());
    for (int look = 0; look < LOOKS; look++) {
      if (sight.kinds().find(subject.apiVersion(), subject.kind()).isPresent()) {
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
    switch (change.path("type").asText()) {
      case "ADDED", "MODIFIED" -> objects.put(uid, object);
      case "DELETED" -> objects.remove(uid);
      default -> {
        return true;
      }
    }
    tell(objects);
    return true;
  }

  private void tell(Map<String, JsonNode> objects) {
    sightings.saw(
        subject,
        new Observation.Seen(
            ClusterSight.ordered(objects.values()).stream().map(Trees::of).toList()));
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
