package dev.deckhand.lab.observe.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.observe.JsonNodeConverter;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a kind in a namespace, as a list and the changes since report them; tells which of
 * them each subject selects. Of a few objects every change is told. Of many, the first change is
 * told at once, and those that follow it shortly are told together: each report holds all objects,
 * so that a thousand changes of a thousand objects would otherwise take a million of them.
 *
 * <p>Thread-safe.
 */
final class SelectedObjects implements AutoCloseable {

  private static final int FEW = 32;
  private static final Duration INTERVAL = Duration.ofMillis(50);

  private final List<KubernetesObject> subjects;
  private final BiConsumer<KubernetesObject, Observation> listener;
  private final Map<String, Known> objects = new HashMap<>();
  private final Map<KubernetesObject, Long> toldAt = new HashMap<>();
  private final Set<KubernetesObject> delayed = new HashSet<>();
  private boolean closed;

  SelectedObjects(
      List<KubernetesObject> subjects, BiConsumer<KubernetesObject, Observation> listener) {
    this.subjects = List.copyOf(subjects);
    this.listener = listener;
  }

  /** Takes over what a list has, and tells it. */
  synchronized void begin(List<JsonNode> items) {
    items.forEach(object -> objects.put(ClusterReader.metadata(object, "uid"), Known.of(object)));
    subjects.forEach(this::tell);
  }

  /** Applies an event of a watch; one that isn't a change is ignored. */
  synchronized void apply(JsonNode change) {
    JsonNode object = change.path("object");
    String uid = ClusterReader.metadata(object, "uid");
    @Nullable Known old;
    switch (change.path("type").asText()) {
      case "ADDED", "MODIFIED" -> old = objects.put(uid, Known.of(object));
      case "DELETED" -> old = objects.remove(uid);
      default -> {
        return;
      }
    }
    for (KubernetesObject subject : subjects) {
      // an object that has lost its label was selected until now
      if (ClusterReader.selects(subject, object)
          || (old != null && ClusterReader.selects(subject, old.json()))) {
        tellOrDelay(subject);
      }
    }
  }

  private void tellOrDelay(KubernetesObject subject) {
    Long told = toldAt.get(subject);
    long wait = told == null ? 0 : told + INTERVAL.toNanos() - System.nanoTime();
    // an object's name selects one at most
    if (objects.size() <= FEW || subject.name() != null || wait <= 0) {
      tell(subject);
    } else if (delayed.add(subject)) {
      Thread.ofVirtual().name("delayed report").start(() -> tellDelayed(subject, wait));
    }
  }

  private void tellDelayed(KubernetesObject subject, long nanoseconds) {
    try {
      Thread.sleep(Duration.ofNanos(nanoseconds));
    } catch (InterruptedException stopped) {
      return;
    }
    synchronized (this) {
      if (delayed.contains(subject) && !closed) {
        tell(subject);
      }
    }
  }

  private void tell(KubernetesObject subject) {
    delayed.remove(subject);
    List<DataNode> selected =
        objects.values().stream()
            .filter(known -> ClusterReader.selects(subject, known.json()))
            .sorted(Comparator.comparing(Known::json, ClusterReader.OLDEST_FIRST))
            .map(Known::node)
            .toList();
    listener.accept(subject, ClusterReader.snapshotOfNodes(subject, selected));
    toldAt.put(subject, System.nanoTime());
  }

  /** Nothing is told after this returns. */
  @Override
  public synchronized void close() {
    closed = true;
  }

  /** An object as the server said it, and as checks see it: converted once, told often. */
  private record Known(JsonNode json, DataNode node) {
    static Known of(JsonNode json) {
      return new Known(json, JsonNodeConverter.toNode(json));
    }
  }
}
